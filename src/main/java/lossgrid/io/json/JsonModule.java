package lossgrid.io.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Types that have a form of their own in JSON, each with the functions that read and write it. */
public abstract class JsonModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Writes a value. */
    @FunctionalInterface
    protected interface Writer<T> {
        void write(T value, JsonGenerator json, SerializationContext context);
    }

    /** Has a type read by a function, which leaves the parser on the last token of the value. */
    protected final <T> void reads(Class<T> type, BiFunction<JsonParser, DeserializationContext, ? extends T> reader) {
        addDeserializer(type, new Reading<>(reader));
    }

    /** Has a type read from the form that it has in JSON, which databind knows how to read. */
    protected final <F, T> void readsFrom(Class<F> form, Class<T> type, BiFunction<F, JsonParser, T> make) {
        reads(type, (parser, context) -> make.apply(value(parser, context, form), parser));
    }

    protected final <T> void writes(Class<T> type, Writer<? super T> writer) {
        addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                writer.write(value, json, context);
            }
        });
    }

    /** Has a type written in the form that it has in JSON. */
    protected final <T> void writesAs(Class<T> type, Function<? super T, ?> form) {
        writes(type, (value, json, context) -> context.writeValue(json, form.apply(value)));
    }

    /** Reads null as any other value: most readers expect something else there. */
    static final class Reading<T> extends ValueDeserializer<T> {
        private final BiFunction<JsonParser, DeserializationContext, ? extends T> reader;

        Reading(BiFunction<JsonParser, DeserializationContext, ? extends T> reader) {
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return reader.apply(parser, context);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return deserialize(context.getParser(), context);
        }

        /** Nothing but an optional field may be absent. */
        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Optional.empty();
        }
    }

    /** A value that databind reads, and that is not null. */
    public static Object value(JsonParser parser, DeserializationContext context, JavaType type) {
        Object value = context.readValue(parser, type);
        if (value == null) {
            throw JsonError.expected(parser, JsonErrors.words(type.getRawClass()));
        }
        return value;
    }

    protected static <T> T value(JsonParser parser, DeserializationContext context, Class<T> type) {
        return type.cast(value(parser, context, context.constructType(type)));
    }

    static String text(JsonParser parser) {
        JsonError.require(parser, JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    public static boolean flag(JsonParser parser) {
        if (!parser.hasToken(JsonToken.VALUE_TRUE)) {
            JsonError.require(parser, JsonToken.VALUE_FALSE, "true or false");
        }
        return parser.hasToken(JsonToken.VALUE_TRUE);
    }

    /** The whole number that the parser is on; empty for anything else, and for one beyond 64 bits. */
    public static OptionalLong whole(JsonParser parser) {
        boolean fits = parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return fits ? OptionalLong.of(parser.getLongValue()) : OptionalLong.empty();
    }

    public static long int64(JsonParser parser) {
        return whole(parser).orElseThrow(() -> JsonError.expected(parser, "a 64-bit whole number"));
    }

    static int int32(JsonParser parser) {
        OptionalLong value = whole(parser);
        if (value.isEmpty() || value.getAsLong() != (int) value.getAsLong()) {
            throw JsonError.expected(parser, "a 32-bit whole number");
        }
        return (int) value.getAsLong();
    }

    /** One of {@code values} by its name; an error names them after the field that the parser is on. */
    public static <T> T oneOf(JsonParser parser, List<T> values, Function<? super T, String> name) {
        String given = text(parser);
        return values.stream()
                .filter(value -> name.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> new JsonError(
                        parser,
                        "unknown " + parser.currentName() + " " + JsonError.found(parser) + "; known: "
                                + values.stream().map(name).collect(Collectors.joining(", "))));
    }
}
