package lossgrid.io.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.LabelSource;
import lossgrid.model.text.PastedArray;

/** CSV and text in UTF-8: whatever can be pasted into a grid. */
final class TextFormat {
    static final String NO_TEXT = "neither a known kind of file nor text in UTF-8";

    private static final int BITS = 64;

    private TextFormat() {}

    static LabelArray read(byte[] content) throws UnreadableFile {
        if (content.length > PastedArray.MAX_CHARACTERS) {
            throw new UnreadableFile("", "a text of more than " + PastedArray.MAX_CHARACTERS + " bytes");
        }
        return switch (PastedArray.parse(decode(content))) {
            case PastedArray.Values(LabelArray array) -> array;
            case PastedArray.Unreadable(var reason, int line, int column, String found) ->
                throw new UnreadableFile("line " + line + ", column " + column, words(reason, found));
        };
    }

    static LabelSource source(String file, boolean isTable, LabelArray array) {
        return new LabelSource(
                file,
                isTable ? LabelSource.Format.CSV : LabelSource.Format.TEXT,
                LabelSource.Layout.TEXT,
                array.dtype().torchName(),
                BITS,
                List.of());
    }

    private static String decode(byte[] content) throws UnreadableFile {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new UnreadableFile("byte " + in.position(), NO_TEXT);
        }
        return out.flip().toString();
    }

    private static String words(PastedArray.Reason reason, String found) {
        String quoted = "\"" + found + "\"";
        return switch (reason) {
            case EMPTY -> "the file contains no numbers";
            case TOO_LARGE -> "a text of more than " + PastedArray.MAX_CHARACTERS + " characters";
            case NOT_A_NUMBER -> quoted + " is not a number";
            case EMPTY_CELL -> "a cell is empty";
            case AMBIGUOUS_COMMA -> quoted + " could be one number or two, depending on what its comma is";
            case RAGGED -> "rows, planes or lists have different lengths";
            case TRUNCATED -> "values are omitted with \"...\"";
            case UNBALANCED -> "the brackets do not match";
            case TOO_DEEP -> "more than 4 dimensions";
            case UNEXPECTED -> quoted + " is not expected here";
        };
    }
}
