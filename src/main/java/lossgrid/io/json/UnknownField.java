package lossgrid.io.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableAnyProperty;

/** Stops at a field that a record does not have; databind alone keeps it, however large, to the record's end. */
final class UnknownField extends SettableAnyProperty {
    private final List<String> known = new ArrayList<>();

    UnknownField(BeanDeserializerBuilder record) {
        super(null, null, null, null, null, null);
        record.getProperties().forEachRemaining(field -> known.add(field.getName()));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        throw new JsonError(parser, "unknown field; known here are " + String.join(", ", known));
    }

    @Override
    public boolean hasValueDeserializer() {
        return true;
    }

    @Override
    public void fixAccess(DeserializationConfig config) {}

    @Override
    public SettableAnyProperty withValueDeserializer(ValueDeserializer<Object> reader) {
        return this;
    }

    @Override
    protected void _set(DeserializationContext context, Object record, Object name, Object value) {
        throw new IllegalStateException(name + " of " + record);
    }
}
