package lossgrid.io.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import lossgrid.core.array.DType;
import lossgrid.io.json.JsonError;
import lossgrid.io.json.JsonModule;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;

/** An encoding step in a document: its name, its arguments, and whether it is switched off. */
final class StepFormat {
    private static final String STEP = "step";
    private static final String OFF = "off";
    private static final double TWO_53 = 0x1p53;

    /** The arguments of all steps; those of one name are read alike, since the step's name may come after them. */
    private final Map<String, StepArgument> arguments = new LinkedHashMap<>();

    StepFormat() {
        for (StepKind kind : StepKind.NAMED) {
            kind.arguments().forEach(argument -> arguments.putIfAbsent(argument.name(), argument));
        }
    }

    EncodingStep read(JsonParser parser, DeserializationContext context) {
        JsonError.require(parser, JsonToken.START_OBJECT, "an object");
        Map<String, Object> given = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            given.put(name, value(name, parser, context));
        }
        if (!(given.remove(STEP) instanceof StepKind kind)) {
            throw new JsonError(parser, "\"step\" is missing");
        }
        boolean isOff = Boolean.TRUE.equals(given.remove(OFF));
        EncodingStep step = step(kind, given, parser);
        return isOff ? new Skipped(step) : step;
    }

    private Object value(String name, JsonParser parser, DeserializationContext context) {
        return switch (name) {
            case STEP -> JsonModule.oneOf(parser, StepKind.NAMED, StepKind::key);
            case OFF -> JsonModule.flag(parser);
            default -> {
                StepArgument argument = arguments.get(name);
                if (argument == null) {
                    throw new JsonError(
                            parser,
                            "unknown field; known here are step, " + String.join(", ", arguments.keySet()) + ", off");
                }
                yield argument.form() == StepArgument.Form.REAL
                        ? Amount.read(parser)
                        : JsonModule.value(
                                parser,
                                context,
                                context.constructType(argument.field().type()));
            }
        };
    }

    private EncodingStep step(StepKind kind, Map<String, Object> given, JsonParser parser) {
        Map<String, StepArgument> own = new LinkedHashMap<>();
        kind.arguments().forEach(argument -> own.put(argument.name(), argument));
        for (String name : arguments.keySet()) {
            if (given.containsKey(name) && !own.containsKey(name)) {
                throw JsonError.in(parser, name, kind.key() + " has no " + name);
            }
            if (!given.containsKey(name)
                    && own.containsKey(name)
                    && own.get(name).isRequired()) {
                throw new JsonError(parser, kind.key() + " needs \"" + name + "\"");
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        own.forEach((name, argument) -> values.add(
                given.get(name) instanceof Amount amount
                        ? amount.of(argument, parser)
                        : given.getOrDefault(name, argument.usual())));
        try {
            return kind.step(values);
        } catch (IllegalArgumentException wrong) {
            throw JsonError.in(parser, kind.arguments().getFirst().name(), String.valueOf(wrong.getMessage()));
        }
    }

    void write(EncodingStep step, JsonGenerator json, SerializationContext context) {
        StepKind kind = StepKind.of(step);
        json.writeStartObject();
        json.writeStringProperty(STEP, kind.documentName());
        for (StepArgument argument : kind.arguments()) {
            Object value = argument.in(step);
            if (argument.isRequired() || !Objects.equals(value, argument.usual())) {
                context.defaultSerializeProperty(
                        argument.name(), value instanceof Double number ? plain(number) : value, json);
            }
        }
        if (step instanceof Skipped) {
            json.writeBooleanProperty(OFF, true);
        }
        json.writeEndObject();
    }

    /** A whole number as people write it; −0.0 has no such form. */
    private static Number plain(double number) {
        boolean isWhole = number == Math.rint(number) && Math.abs(number) <= TWO_53;
        boolean isNegativeZero = number == 0 && Double.doubleToRawLongBits(number) != 0;
        return isWhole && !isNegativeZero ? (Number) (long) number : (Number) number;
    }

    /** A number, and whether it is a 64-bit whole one; steps differ in which they take, and the name may come last. */
    private record Amount(double number, OptionalLong whole) {
        static Amount read(JsonParser parser) {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                throw JsonError.expected(parser, "a finite number");
            }
            return new Amount(ElementBuffer.real(parser, DType.FLOAT64), JsonModule.whole(parser));
        }

        Object of(StepArgument argument, JsonParser parser) {
            if (argument.form() == StepArgument.Form.REAL) {
                return number;
            }
            if (whole.isEmpty()) {
                throw JsonError.in(parser, argument.name(), "expected a 64-bit whole number, found " + number);
            }
            return whole.getAsLong();
        }
    }
}
