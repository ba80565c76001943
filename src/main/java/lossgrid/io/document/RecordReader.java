package lossgrid.io.document;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonNames;
import lossgrid.model.text.RecordField;
import org.jspecify.annotations.Nullable;

/** Reads records from JSON objects: a field for each component, which is required unless it is an {@link Optional}. */
public class RecordReader {
    final JsonCursor cursor;

    public RecordReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /** The record in the object that the cursor is on. */
    public final <R> R read(Class<R> type) throws UnreadableFile {
        return read(type, null);
    }

    /** As {@link #read(Class)}; no field is required, and those that are missing are as in {@code usual}. */
    final <R> R read(Class<R> type, @Nullable R usual) throws UnreadableFile {
        ObjectForm form = new ObjectForm(cursor);
        List<ObjectForm.Field<?>> read = new ArrayList<>();
        List<RecordField> fields = RecordField.of(type);
        for (RecordField field : fields) {
            JsonCursor.Reader<Object> reader = () -> value(field.type(), field.name());
            boolean isOptional = usual != null || isOptional(field.type());
            read.add(isOptional ? form.optional(field.name(), reader) : form.required(field.name(), reader));
        }
        form.read();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Object missing = usual == null ? Optional.empty() : fields.get(i).in(usual);
            values.add(read.get(i).isGiven() ? read.get(i).value() : missing);
        }
        return RecordField.make(type, values);
    }

    private static boolean isOptional(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    }

    /**
     * The value that the cursor is on.
     *
     * @param name of its field
     */
    @Nullable
    Object value(Type type, String name) throws UnreadableFile {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            return isOptional(type) ? Optional.ofNullable(value(inner, name)) : cursor.list(() -> value(inner, name));
        }
        return switch (type.getTypeName()) {
            case "long", "java.lang.Long" -> cursor.int64();
            case "int", "java.lang.Integer" -> cursor.int32();
            case "double" -> ElementBuffer.real(cursor, DType.FLOAT64);
            case "java.lang.Boolean" -> cursor.bool();
            case "java.lang.String" -> cursor.text();
            case "java.nio.file.Path" -> path();
            case "java.time.Instant" -> time();
            default -> ofClass((Class<?>) type, name);
        };
    }

    private Object ofClass(Class<?> type, String name) throws UnreadableFile {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? read(type)
                : cursor.oneOf(name, constants, constant -> JsonNames.of((Enum<?>) constant));
    }

    final Path path() throws UnreadableFile {
        try {
            return Path.of(cursor.text());
        } catch (InvalidPathException bad) {
            throw cursor.expected("a path");
        }
    }

    private Instant time() throws UnreadableFile {
        try {
            return Instant.parse(cursor.text());
        } catch (DateTimeParseException bad) {
            throw cursor.expected("a time");
        }
    }
}
