package lossgrid.io.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.type.ReferenceType;

/** The values of components, read more strictly than by databind: a text is not a number, and null is not a value. */
final class RecordModule extends JsonModule {
    private static final long serialVersionUID = 1L;

    RecordModule() {
        setDeserializers(new Kinds());
        setDeserializerModifier(new KnownFieldsOnly());
        reads(int.class, (parser, _) -> int32(parser));
        reads(Integer.class, (parser, _) -> int32(parser));
        reads(long.class, (parser, _) -> int64(parser));
        reads(Long.class, (parser, _) -> int64(parser));
        reads(boolean.class, (parser, _) -> flag(parser));
        reads(Boolean.class, (parser, _) -> flag(parser));
        reads(String.class, (parser, _) -> text(parser));
        readsFrom(String.class, Path.class, (text, parser) -> {
            try {
                return Path.of(text);
            } catch (InvalidPathException bad) {
                throw JsonError.expected(parser, "a path");
            }
        });
        readsFrom(String.class, Instant.class, (text, parser) -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException bad) {
                throw JsonError.expected(parser, "a time");
            }
        });
        writes(String.class, (text, json, _) -> json.writeRawValue(JsonText.quote(text)));
        writesAs(Path.class, Path::toString);
        writesAs(Instant.class, Instant::toString);
        writesAs(Enum.class, JsonNames::of);
        writesAs(Shape.class, Shape::toArray);
    }

    /** Readers for every enum and every {@link Optional}. */
    private static final class Kinds extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            List<?> constants = List.of(type.getRawClass().getEnumConstants());
            return new Reading<>((parser, _) -> oneOf(parser, constants, constant -> JsonNames.of((Enum<?>) constant)));
        }

        @Override
        public ValueDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable TypeDeserializer typeReader,
                @Nullable ValueDeserializer<?> reader) {
            return new Reading<>((parser, context) -> Optional.of(value(parser, context, type.getReferencedType())));
        }
    }

    private static final class KnownFieldsOnly extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription.Supplier description, BeanDeserializerBuilder builder) {
            builder.setAnySetter(new UnknownField(builder));
            return builder;
        }
    }
}
