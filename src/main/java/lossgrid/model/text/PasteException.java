package lossgrid.model.text;

/**
 * Thrown where a pasted text is not an array, with the reason and the place. Stays inside the readers: others see
 * {@link PastedArray.Unreadable}.
 */
final class PasteException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_FOUND = 24;

    private final PastedArray.Reason reason;
    private final int offset;
    private final String found;

    PasteException(PastedArray.Reason reason, int offset, String found) {
        super(reason + " at " + offset, null, false, false);
        this.reason = reason;
        this.offset = offset;
        this.found = found.length() > LONGEST_FOUND ? found.substring(0, LONGEST_FOUND) + "…" : found;
    }

    /** The problem with its place in the text. */
    PastedArray.Unreadable in(String text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            boolean carriageReturnOfPair =
                    text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !carriageReturnOfPair)) {
                line++;
                lineStart = i + 1;
            }
        }
        return new PastedArray.Unreadable(reason, line, offset - lineStart + 1, found);
    }
}
