package lossgrid.io.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** A position in a JSON text that knows its path and says what it expected there. */
public final class JsonCursor implements AutoCloseable {
    /** Reads the value that a cursor is on, and leaves the cursor on its last token. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable
        T read() throws UnreadableFile;
    }

    /** No document is nested deeper; the readers recurse. */
    private static final int MAX_DEPTH = 32;

    /** Parts of Jackson's messages that are meant for programmers: its features, its name for the source. */
    private static final Pattern LIBRARY_TALK =
            Pattern.compile(", from `[^`]*`|(: enable | \\(not recognized| \\((for|start marker) ).*");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final byte[] json;
    private final JsonParser parser;

    private JsonCursor(byte[] json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
    }

    /** A cursor on the first token of {@code json}, a text in UTF-8. */
    public static JsonCursor open(byte[] json) throws UnreadableFile {
        JsonParser parser = read(json, () -> FACTORY.createParser(ObjectReadContext.empty(), json));
        JsonCursor cursor = new JsonCursor(json, parser);
        if (cursor.next() == null) {
            throw new UnreadableFile("", "the document is empty");
        }
        return cursor;
    }

    private <T> T read(Supplier<T> source) throws UnreadableFile {
        return read(json, source);
    }

    private static <T> T read(byte[] json, Supplier<T> source) throws UnreadableFile {
        try {
            return source.get();
        } catch (JacksonException broken) {
            throw syntaxError(json, broken);
        }
    }

    private static UnreadableFile syntaxError(byte[] json, JacksonException broken) {
        TokenStreamLocation location = broken.getLocation();
        String place = location == null ? "" : LineColumn.of(json, location);
        if (broken instanceof UnexpectedEndOfInputException) {
            return new UnreadableFile(place, "the document ends too early");
        }
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("");
        return new UnreadableFile(
                place, "not JSON: " + LIBRARY_TALK.matcher(reason).replaceAll(""));
    }

    @Override
    public void close() {
        parser.close();
    }

    /** Moves to the next token; null after the last one. */
    @Nullable
    JsonToken next() throws UnreadableFile {
        JsonToken token = read(parser::nextToken);
        if (parser.streamReadContext().getNestingDepth() > MAX_DEPTH) {
            throw new UnreadableFile(lineAndColumn(), "nested deeper than " + MAX_DEPTH + " levels");
        }
        return token;
    }

    /** The place where the present token begins. */
    String lineAndColumn() {
        return LineColumn.of(json, parser.currentTokenLocation());
    }

    boolean isAt(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** The name of the field that the cursor stands on. */
    String fieldName() {
        return parser.currentName();
    }

    /** Moves to the last token of the value that the cursor stands on. */
    void skip() throws UnreadableFile {
        int depth = 0;
        for (JsonToken token = parser.currentToken(); token != null; token = next()) {
            depth += token.isStructStart() ? 1 : 0;
            depth -= token.isStructEnd() ? 1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    /**
     * Moves from the beginning of an object to the value of its field {@code name}.
     *
     * @return false when there is no such field; the cursor is then at the end of the object
     */
    boolean find(String name) throws UnreadableFile {
        require(JsonToken.START_OBJECT, "an object");
        while (next() != JsonToken.END_OBJECT) {
            boolean found = fieldName().equals(name);
            next();
            if (found) {
                return true;
            }
            skip();
        }
        return false;
    }

    /** The path of the value that the cursor stands on, such as {@code labels.data[0][1]}; empty for the root. */
    String place() {
        Deque<String> segments = new ArrayDeque<>();
        for (TokenStreamContext at = parser.streamReadContext(); at != null; at = at.getParent()) {
            if (at.inObject() && at.hasCurrentName()) {
                segments.push(segment(at.currentName()));
            } else if (at.inArray() && at.hasCurrentIndex()) {
                segments.push("[" + at.getCurrentIndex() + "]");
            }
        }
        String path = String.join("", segments);
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String segment(String name) {
        return name.matches("\\w{1,40}") ? "." + name : "[" + JsonText.quote(JsonText.excerpt(name)) + "]";
    }

    UnreadableFile error(String reason) {
        return new UnreadableFile(place(), reason);
    }

    /** An error in field {@code name} of the object that the cursor stands on. */
    UnreadableFile errorIn(String name, String reason) {
        String place = place();
        return new UnreadableFile(place.isEmpty() ? name : place + "." + name, reason);
    }

    public UnreadableFile expected(String what) throws UnreadableFile {
        return error("expected " + what + ", found " + found());
    }

    /** The present value as a message names it. */
    String found() throws UnreadableFile {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> JsonText.quote(JsonText.excerpt(string()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonText.excerpt(string());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "nothing";
            case null -> "nothing";
        };
    }

    void require(JsonToken token, String what) throws UnreadableFile {
        if (!isAt(token)) {
            throw expected(what);
        }
    }

    public String text() throws UnreadableFile {
        require(JsonToken.VALUE_STRING, "a string");
        return string();
    }

    boolean bool() throws UnreadableFile {
        if (!isAt(JsonToken.VALUE_TRUE) && !isAt(JsonToken.VALUE_FALSE)) {
            throw expected("true or false");
        }
        return isAt(JsonToken.VALUE_TRUE);
    }

    /** One of {@code values} by its name. */
    <T> T oneOf(String what, T[] values, Function<T, String> name) throws UnreadableFile {
        String given = text();
        for (T value : values) {
            if (name.apply(value).equals(given)) {
                return value;
            }
        }
        throw error("unknown " + what + " " + found() + "; known: "
                + Stream.of(values).map(name).collect(Collectors.joining(", ")));
    }

    /** The values of a list, each read by {@code element}. */
    <T> List<T> list(Reader<T> element) throws UnreadableFile {
        require(JsonToken.START_ARRAY, "a list");
        List<T> values = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            values.add(element.read());
        }
        return values;
    }

    /** The whole number that the cursor stands on; empty for anything else, and for one beyond 64 bits. */
    OptionalLong whole() throws UnreadableFile {
        boolean fits =
                isAt(JsonToken.VALUE_NUMBER_INT) && read(parser::getNumberType) != JsonParser.NumberType.BIG_INTEGER;
        return fits ? OptionalLong.of(parser.getLongValue()) : OptionalLong.empty();
    }

    public long int64() throws UnreadableFile {
        OptionalLong value = whole();
        if (value.isEmpty()) {
            throw expected("a 64-bit whole number");
        }
        return value.getAsLong();
    }

    int int32() throws UnreadableFile {
        OptionalLong value = whole();
        if (value.isEmpty() || value.getAsLong() != (int) value.getAsLong()) {
            throw expected("a 32-bit whole number");
        }
        return (int) value.getAsLong();
    }

    /** The text of a string or of a number as it is written. */
    String string() throws UnreadableFile {
        return read(parser::getString);
    }

    /** The bytes of a string in base64. */
    byte[] base64() throws UnreadableFile {
        require(JsonToken.VALUE_STRING, "a string");
        try {
            return parser.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS);
        } catch (StreamReadException broken) {
            throw error("this is not base64");
        }
    }
}
