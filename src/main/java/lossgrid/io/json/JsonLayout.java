package lossgrid.io.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** Where the lines of JSON break: nowhere, or after each entry of the outermost value, and after each row of arrays that are told to. */
public final class JsonLayout implements PrettyPrinter {
    private static final String INDENT = "\n  ";
    private static final String ROW_INDENT = "\n    ";

    private final boolean hasLines;
    /** How many objects and lists are open. */
    private int depth;
    /** The depth of the lists of an array whose rows have lines of their own: that of the array itself, and of its rows. */
    private int arrayDepth;

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
    public void breakRows(int rank) {
        arrayDepth = depth + 1;
        rowDepth = depth + rank;
    }

    private boolean isOutermost() {
        return hasLines && depth == 1;
    }

    private boolean isAboveRows() {
        return arrayDepth <= depth && depth < rowDepth;
    }

    private void open(JsonGenerator json, char bracket) {
        json.writeRaw(bracket);
        depth++;
    }

    private void close(JsonGenerator json, char bracket) {
        if (isOutermost()) {
            json.writeRaw('\n');
        } else if (isAboveRows() && depth == arrayDepth) {
            json.writeRaw(INDENT);
            arrayDepth = 0;
            rowDepth = 0;
        }
        depth--;
        json.writeRaw(bracket);
    }

    private void separate(JsonGenerator json) {
        json.writeRaw(',');
        if (isOutermost()) {
            json.writeRaw(INDENT);
        } else if (isAboveRows()) {
            json.writeRaw(ROW_INDENT + " ".repeat(depth - arrayDepth));
        } else {
            json.writeRaw(' ');
        }
    }

    private void begin(JsonGenerator json) {
        if (isOutermost()) {
            json.writeRaw(INDENT);
        } else if (isAboveRows() && depth == arrayDepth) {
            json.writeRaw(ROW_INDENT);
        }
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        open(json, '{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        begin(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        close(json, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        open(json, '[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        begin(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        close(json, ']');
    }
}
