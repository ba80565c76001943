package lossgrid.io.json;

import java.util.Collection;
import java.util.regex.Pattern;
import lossgrid.io.disk.UnreadableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Jackson's exceptions as errors that name the place in the text and what was expected there. */
final class JsonErrors {
    /** Parts of Jackson's messages that are meant for programmers: its features, its name for the source. */
    private static final Pattern LIBRARY_TALK =
            Pattern.compile(", from `[^`]*`|(: enable | \\(not recognized| \\((for|start marker) ).*");

    private static final String TWICE = "Duplicate Object property";

    private JsonErrors() {}

    /** @param parser where it failed */
    static UnreadableFile error(byte[] json, JsonParser parser, JacksonException broken) {
        return switch (broken) {
            case JsonError own -> own.error();
            case ValueInstantiationException wrong
            when wrong.getCause() instanceof IllegalArgumentException reason ->
                new JsonError(parser, String.valueOf(reason.getMessage())).error();
            // At the end of an object nothing can be wrong but what has not come.
            case MismatchedInputException missing
            when parser.currentToken() == JsonToken.END_OBJECT ->
                new JsonError(parser, "\"" + missing.getPath().getLast().getPropertyName() + "\" is missing").error();
            case MismatchedInputException wrong ->
                JsonError.expected(parser, words(wrong.getTargetType())).error();
            case StreamConstraintsException _
            when depth(parser) > JsonBinding.MAX_DEPTH ->
                new UnreadableFile(
                        LineColumn.of(json, parser.currentTokenLocation()),
                        "nested deeper than " + JsonBinding.MAX_DEPTH + " levels");
            case StreamReadException twice
            when twice.getOriginalMessage().startsWith(TWICE) -> new JsonError(parser, "given twice").error();
            case JacksonException syntax -> syntax(json, syntax);
        };
    }

    /** What databind itself reads a class from, as a message names it. */
    static String words(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static int depth(JsonParser parser) {
        return parser.streamReadContext().getNestingDepth();
    }

    static UnreadableFile syntax(byte[] json, JacksonException broken) {
        if (broken instanceof DatabindException programmingError) {
            throw programmingError;
        }
        TokenStreamLocation location = broken.getLocation();
        String place = location == null ? "" : LineColumn.of(json, location);
        if (broken instanceof UnexpectedEndOfInputException) {
            return new UnreadableFile(place, "the document ends too early");
        }
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("");
        return new UnreadableFile(
                place, "not JSON: " + LIBRARY_TALK.matcher(reason).replaceAll(""));
    }
}
