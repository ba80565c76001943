package lossgrid.io.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lossgrid.io.disk.UnreadableFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * The fields that an object has or may have, and how each is read. Every other field is an error, and so is one that is
 * given twice.
 */
final class ObjectForm {
    /** A field, and its value once the object has been read. */
    static final class Field<T> {
        private final boolean required;
        private final JsonCursor.Reader<T> reader;
        private boolean isGiven;
        private @Nullable T value;

        private Field(boolean required, JsonCursor.Reader<T> reader) {
            this.required = required;
            this.reader = reader;
        }

        private void read() throws UnreadableFile {
            value = reader.read();
            isGiven = true;
        }

        boolean isGiven() {
            return isGiven;
        }

        /** The value that was read; null for none, and for a null that the reader accepts. */
        @Nullable
        T value() {
            return value;
        }

        /** The value of a required field. */
        T required() {
            return Objects.requireNonNull(value);
        }
    }

    private final JsonCursor cursor;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();

    ObjectForm(JsonCursor cursor) {
        this.cursor = cursor;
    }

    <T> Field<T> required(String name, JsonCursor.Reader<T> reader) {
        return add(name, new Field<>(true, reader));
    }

    <T> Field<T> optional(String name, JsonCursor.Reader<T> reader) {
        return add(name, new Field<>(false, reader));
    }

    private <T> Field<T> add(String name, Field<T> field) {
        fields.put(name, field);
        return field;
    }

    /** Reads the object that the cursor is on. */
    void read() throws UnreadableFile {
        cursor.require(JsonToken.START_OBJECT, "an object");
        while (cursor.next() != JsonToken.END_OBJECT) {
            Field<?> field = fields.get(cursor.fieldName());
            if (field == null) {
                throw cursor.error("unknown field; known here are " + String.join(", ", fields.keySet()));
            }
            if (field.isGiven()) {
                throw cursor.error("given twice");
            }
            cursor.next();
            field.read();
        }
        for (Map.Entry<String, Field<?>> entry : fields.entrySet()) {
            if (entry.getValue().required && !entry.getValue().isGiven()) {
                throw cursor.error("\"" + entry.getKey() + "\" is missing");
            }
        }
    }
}
