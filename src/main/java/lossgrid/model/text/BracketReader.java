package lossgrid.model.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;

/**
 * Reads nested lists, with commas or without, bare or within {@code tensor(…)} or {@code array(…)} and their further
 * arguments.
 */
final class BracketReader {
    private static final int MAX_RANK = 4;
    private static final int UNKNOWN = -1;
    /** {@code x = torch.tensor(}: names, each followed by {@code =} or {@code (}. */
    private static final Pattern PREFIX = Pattern.compile("\\s*+([A-Za-z_][\\w.]*+)\\s*+([=(])");

    private static final Pattern PARAMETER = Pattern.compile("\\s*+Parameter containing:");
    private static final Pattern MAKER = Pattern.compile(
            "(\\w+\\.)*+(\\w*Tensor|tensor|as_tensor|array|asarray|Parameter|Variable|float32|float64|int64)");

    private final String text;
    private final PastedNumbers numbers = new PastedNumbers();
    private int at;
    private int rank = UNKNOWN;
    private int[] sizes = new int[0];

    BracketReader(String text, int from) {
        this.text = text;
        at = from;
    }

    /** Whether lists, or a call around them, begin here. */
    static boolean opensAt(String text, int from) {
        char first = text.charAt(from);
        return first == '['
                || first == '('
                || PREFIX.matcher(text).region(from, text.length()).lookingAt()
                || PARAMETER.matcher(text).region(from, text.length()).lookingAt();
    }

    LabelArray read() throws PasteException {
        int calls = prefixes();
        value(0);
        while (calls-- > 0) {
            closeCall();
        }
        skipSpace();
        if (at < text.length() && (peek() == ';' || peek() == ',')) {
            at++;
            skipSpace();
        }
        if (at < text.length()) {
            throw problem(PastedArray.Reason.UNEXPECTED);
        }
        if (numbers.size() == 0) {
            throw problem(PastedArray.Reason.EMPTY);
        }
        return numbers.toArray(Shape.of(sizes.length == 0 ? new int[] {1} : sizes));
    }

    /** Skips names and opening parentheses and returns the number of parentheses. */
    private int prefixes() throws PasteException {
        Matcher parameter = PARAMETER.matcher(text).region(at, text.length());
        if (parameter.lookingAt()) {
            at = parameter.end();
        }
        int calls = 0;
        Matcher prefix = PREFIX.matcher(text);
        while (prefix.region(at, text.length()).lookingAt()) {
            if (prefix.group(2).equals("(")) {
                if (!MAKER.matcher(prefix.group(1)).matches()) {
                    throw new PasteException(PastedArray.Reason.UNEXPECTED, prefix.start(1), prefix.group(1));
                }
                calls++;
            }
            at = prefix.end();
        }
        return calls;
    }

    private void value(int depth) throws PasteException {
        skipSpace();
        if (at == text.length()) {
            throw problem(PastedArray.Reason.UNBALANCED);
        }
        if (peek() == '[' || peek() == '(') {
            if (depth == rank) {
                throw problem(PastedArray.Reason.RAGGED);
            }
            if (depth == MAX_RANK) {
                throw problem(PastedArray.Reason.TOO_DEEP);
            }
            list(depth);
            return;
        }
        number(depth);
    }

    private void number(int depth) throws PasteException {
        String token = token();
        if (token.contains("...") || token.contains("…")) {
            throw problem(PastedArray.Reason.TRUNCATED);
        }
        if (token.isEmpty()) {
            throw problem(PastedArray.Reason.UNEXPECTED);
        }
        rank = rank == UNKNOWN ? depth : rank;
        if (depth != rank) {
            throw problem(PastedArray.Reason.RAGGED);
        }
        if (!numbers.add(token)) {
            throw new PasteException(PastedArray.Reason.NOT_A_NUMBER, at, token);
        }
        at += token.length();
    }

    private void list(int depth) throws PasteException {
        int opened = at;
        char closing = text.charAt(at++) == '[' ? ']' : ')';
        if (depth == sizes.length) {
            sizes = Arrays.copyOf(sizes, depth + 1);
            sizes[depth] = UNKNOWN;
        }
        int count = 0;
        while (true) {
            skipSpace();
            if (at == text.length()) {
                throw new PasteException(PastedArray.Reason.UNBALANCED, opened, text.substring(opened, opened + 1));
            }
            if (peek() == closing) {
                break;
            }
            if (peek() == ']' || peek() == ')') {
                throw problem(PastedArray.Reason.UNBALANCED);
            }
            value(depth + 1);
            count++;
            skipSpace();
            if (at < text.length() && peek() == ',') {
                at++;
            }
        }
        if (count == 0) {
            throw new PasteException(PastedArray.Reason.EMPTY, opened, "");
        }
        sizes[depth] = sizes[depth] == UNKNOWN ? count : sizes[depth];
        if (count != sizes[depth]) {
            throw problem(PastedArray.Reason.RAGGED);
        }
        at++;
    }

    /** Skips {@code , dtype=float32, device='cuda:0')}. */
    private void closeCall() throws PasteException {
        skipSpace();
        if (at < text.length() && peek() != ')' && peek() != ',') {
            throw problem(PastedArray.Reason.UNEXPECTED);
        }
        int depth = 0;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = peek();
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' && depth == 0) {
                at++;
                return;
            } else if (c == ')' || c == ']') {
                depth--;
            }
        }
        throw problem(PastedArray.Reason.UNBALANCED);
    }

    private char peek() {
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    /** The text from here up to a delimiter. */
    private String token() {
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && ",[]();".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(at, end);
    }

    private PasteException problem(PastedArray.Reason reason) {
        String token = token();
        String found = !token.isEmpty() || at == text.length() ? token : text.substring(at, at + 1);
        return new PasteException(reason, Math.min(at, text.length()), found);
    }
}
