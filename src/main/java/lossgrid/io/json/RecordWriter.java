package lossgrid.io.json;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.model.text.RecordField;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes records as JSON objects: a field for each component, but none for an {@link Optional} that is empty. */
public class RecordWriter {
    protected final JsonGenerator json;

    public RecordWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a value: a record, a list, a map, text, a number, the name of a constant, null. */
    public void value(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Optional<?> given -> value(given.orElse(null));
            case String text -> json.writeRawValue(JsonText.quote(text));
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Path path -> value(path.toString());
            case Instant time -> value(time.toString());
            case Enum<?> constant -> value(JsonNames.of(constant));
            case Shape shape -> json.writeArray(shape.toArray(), 0, shape.rank());
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            case Record object -> object(object);
            case Object other -> throw new IllegalArgumentException("no JSON for " + other.getClass());
        }
    }

    private void list(List<?> list) {
        json.writeStartArray();
        list.forEach(this::value);
        json.writeEndArray();
    }

    private void map(Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((name, value) -> field(name.toString(), value));
        json.writeEndObject();
    }

    private void object(Record object) {
        json.writeStartObject();
        RecordField.of(object.getClass()).forEach(field -> field(field.name(), field.in(object)));
        json.writeEndObject();
    }

    /** Writes a field of an object that has been begun, unless it is empty. */
    protected final void field(String name, @Nullable Object value) {
        if (value instanceof Optional<?> given && given.isEmpty()) {
            return;
        }
        json.writeName(name);
        value(value);
    }
}
