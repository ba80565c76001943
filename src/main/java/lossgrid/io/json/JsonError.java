package lossgrid.io.json;

import java.util.ArrayDeque;
import java.util.Deque;
import lossgrid.io.disk.UnreadableFile;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DatabindException;

/** An error at the place where a parser is, in this program's words. */
public final class JsonError extends DatabindException {
    private static final long serialVersionUID = 1L;

    private final UnreadableFile error;

    JsonError(JsonParser parser, String place, String reason) {
        super(parser, reason);
        this.error = new UnreadableFile(place, reason);
    }

    /** An error in the value that the parser is on. */
    public JsonError(JsonParser parser, String reason) {
        this(parser, place(parser), reason);
    }

    /** An error in field {@code name} of the object that the parser is on. */
    public static JsonError in(JsonParser parser, String name, String reason) {
        String place = place(parser);
        return new JsonError(parser, place.isEmpty() ? name : place + "." + name, reason);
    }

    /** Another value than {@code what} is there. */
    public static JsonError expected(JsonParser parser, String what) {
        return new JsonError(parser, "expected " + what + ", found " + found(parser));
    }

    public static void require(JsonParser parser, JsonToken token, String what) {
        if (!parser.hasToken(token)) {
            throw expected(parser, what);
        }
    }

    UnreadableFile error() {
        return error;
    }

    /** The path of the value that the parser is on, such as {@code labels.data[0][1]}; empty for the root. */
    public static String place(JsonParser parser) {
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

    /** The present value as a message names it. */
    public static String found(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> JsonText.quote(JsonText.excerpt(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonText.excerpt(parser.getString());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "nothing";
            case null -> "nothing";
        };
    }
}
