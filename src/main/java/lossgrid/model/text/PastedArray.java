package lossgrid.model.text;

import lossgrid.core.array.LabelArray;

/**
 * A text from the clipboard read as an array: cells of a spreadsheet, CSV, columns of numbers, nested lists, or the
 * output of PyTorch and NumPy. A text of more than {@link #MAX_CHARACTERS} is not read.
 */
public sealed interface PastedArray {
    int MAX_CHARACTERS = 8_000_000;

    /**
     * The values, int64 when all are whole and float64 otherwise; of rank 1 to 4. A table has rank 2, tables with blank
     * lines between them rank 3.
     */
    record Values(LabelArray array) implements PastedArray {}

    /**
     * The text is not an array.
     *
     * @param line the line of the error, from 1
     * @param column the column of the error, from 1
     * @param found the text there; empty when that does not help
     */
    record Unreadable(Reason reason, int line, int column, String found) implements PastedArray {}

    /** The reason why a text is not an array. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        NOT_A_NUMBER,
        EMPTY_CELL,
        /** {@code 1,234} where nothing shows whether the comma is a decimal one or separates thousands. */
        AMBIGUOUS_COMMA,
        /** Rows, planes or lists of different lengths. */
        RAGGED,
        /** The {@code ...} of an abbreviated print. */
        TRUNCATED,
        /** A list that is not closed, or closed by the wrong bracket. */
        UNBALANCED,
        TOO_DEEP,
        UNEXPECTED
    }

    static PastedArray parse(String text) {
        try {
            return new Values(read(text));
        } catch (PasteException problem) {
            return problem.in(text);
        }
    }

    private static LabelArray read(String text) throws PasteException {
        if (text.length() > MAX_CHARACTERS) {
            throw new PasteException(Reason.TOO_LARGE, 0, "");
        }
        String plain = plain(text);
        int first = 0;
        while (first < plain.length() && Character.isWhitespace(plain.charAt(first))) {
            first++;
        }
        if (first == plain.length()) {
            throw new PasteException(Reason.EMPTY, 0, "");
        }
        return BracketReader.opensAt(plain, first)
                ? new BracketReader(plain, first).read()
                : new TableReader(plain).read();
    }

    /** The same text with each typographic character replaced by its plain one. */
    private static String plain(String text) {
        return text.replace('\uFEFF', ' ')
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u3000', ' ')
                .replace('−', '-')
                .replace('，', ',');
    }
}
