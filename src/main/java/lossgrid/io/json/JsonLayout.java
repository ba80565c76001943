package lossgrid.io.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * Line breaks in JSON: none, or after each entry of the outermost value, and after each row of arrays that are told to.
 */
public final class JsonLayout extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final String INDENT = "\n  ";
    private static final String ROW_INDENT = "\n    ";

    private final boolean hasLines;
    /** The depth of the outer list of an array whose rows have lines of their own. */
    private int arrayDepth;
    /** The depth of its rows. */
    private int rowDepth;

    private JsonLayout(boolean hasLines) {
        this.hasLines = hasLines;
    }

    /** All on one line. */
    public static JsonLayout line() {
        return new JsonLayout(false);
    }

    /** With a line for each entry of the outermost value. */
    public static JsonLayout lines() {
        return new JsonLayout(true);
    }

    /** Has the next list, an array of this rank, written with a line for each row of its last dimension. */
    public void breakRows(JsonGenerator json, int rank) {
        arrayDepth = depth(json) + 1;
        rowDepth = depth(json) + rank;
    }

    private static int depth(JsonGenerator json) {
        return json.streamWriteContext().getNestingDepth();
    }

    private boolean isOutermost(int depth) {
        return hasLines && depth == 1;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        beforeArrayValues(json);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        int depth = depth(json);
        if (isOutermost(depth)) {
            json.writeRaw(INDENT);
        } else if (depth == arrayDepth) {
            json.writeRaw(ROW_INDENT);
        }
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        writeArrayValueSeparator(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        int depth = depth(json);
        json.writeRaw(',');
        if (isOutermost(depth)) {
            json.writeRaw(INDENT);
        } else if (arrayDepth <= depth && depth < rowDepth) {
            json.writeRaw(ROW_INDENT + " ".repeat(depth - arrayDepth));
        } else {
            json.writeRaw(' ');
        }
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        json.writeRaw(isOutermost(depth(json)) ? "\n}" : "}");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        if (isOutermost(depth(json))) {
            json.writeRaw('\n');
        } else if (depth(json) == arrayDepth) {
            json.writeRaw(INDENT);
            arrayDepth = 0;
            rowDepth = 0;
        }
        json.writeRaw(']');
    }
}
