package lossgrid.io.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.TokenStreamLocation;

/** Positions in a text as an editor shows them. */
final class LineColumn {
    private LineColumn() {}

    /** {@code line 3, column 7}, both counted from 1, columns in characters where Jackson counts the bytes of UTF-8. */
    static String of(byte[] json, TokenStreamLocation location) {
        int line = location.getLineNr();
        int column = location.getColumnNr();
        boolean isInBytes = location.getByteOffset() >= 0;
        return "line " + line + ", column " + (isInBytes ? inCharacters(json, line, column) : column);
    }

    private static int inCharacters(byte[] json, int line, int column) {
        int start = start(json, line);
        int length = Math.clamp(column - 1L, 0, json.length - start);
        String before = new String(json, start, length, StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length()) + 1;
    }

    /** The index at which the line begins; a carriage return ends a line, alone or before a line feed. */
    private static int start(byte[] json, int line) {
        int at = 0;
        for (int seen = 1; seen < line && at < json.length; at++) {
            boolean isFirstOfTwo = json[at] == '\r' && at + 1 < json.length && json[at + 1] == '\n';
            seen += json[at] == '\n' || (json[at] == '\r' && !isFirstOfTwo) ? 1 : 0;
        }
        return at;
    }
}
