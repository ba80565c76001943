package lossgrid.io.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import lossgrid.io.disk.UnreadableFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON objects by jackson-databind, set up in this one place: a field for each component, which is required
 * unless it is an {@link Optional}, and nothing that is not quite what is expected.
 */
public final class JsonBinding {
    /** No document is nested deeper; the readers recurse. */
    static final int MAX_DEPTH = 32;

    /** Records of numbers, texts, constants, paths, times, and of each other. */
    public static final JsonBinding RECORDS = new JsonBinding();

    private final JsonMapper mapper;

    /** @param more types that are written in ways of their own */
    public JsonBinding(JacksonModule... more) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        mapper = JsonMapper.builder(factory)
                .annotationIntrospector(new NopAnnotationIntrospector() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember component) {
                        return component.getRawType() != Optional.class;
                    }
                })
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withConfigOverride(
                        Optional.class,
                        field -> field.setInclude(JsonInclude.Value.construct(
                                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS)))
                .addModule(new RecordModule())
                .addModules(more)
                .build();
    }

    /** The value that a whole text in UTF-8 holds. */
    public <T> T read(byte[] json, TypeReference<T> type) throws UnreadableFile {
        return parse(json, parser -> {
            @Nullable T value = mapper.readValue(parser, type);
            if (value == null) {
                throw new JsonError(parser, "", "expected a value, found null");
            }
            if (parser.nextToken() != null) {
                throw new JsonError(
                        parser,
                        LineColumn.of(json, parser.currentTokenLocation()),
                        "text after the end of the document");
            }
            return value;
        });
    }

    /** As much of a text as {@code reader} asks for; the parser is on the first token. */
    public <T> T parse(byte[] json, Function<JsonParser, T> reader) throws UnreadableFile {
        try (JsonParser parser = mapper.createParser(json)) {
            try {
                if (parser.nextToken() == null) {
                    throw new UnreadableFile("", "the document is empty");
                }
                return reader.apply(parser);
            } catch (JacksonException broken) {
                throw JsonErrors.error(json, parser, broken);
            }
        } catch (JacksonException broken) {
            throw JsonErrors.syntax(json, broken);
        }
    }

    /** A value on one line, without any space. */
    public String line(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * Writes a value and flushes it; the stream stays open.
     *
     * @throws IOException when the stream fails
     */
    public void write(Writer out, JsonLayout layout, Object value) throws IOException {
        try {
            mapper.writer().with(layout).writeValue(out, value);
        } catch (JacksonException failure) {
            throw streamFailure(failure);
        }
    }

    /** The failure of the stream, around which the library puts the places that it had come to. */
    private static IOException streamFailure(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException ofStream) {
                return ofStream;
            }
        }
        throw failure;
    }

    /** As {@link #write(Writer, JsonLayout, Object)}, in UTF-8 and with the end of the line. */
    public void write(OutputStream out, JsonLayout layout, Object value) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(writer, layout, value);
        writer.append('\n').flush();
    }
}
