package lossgrid.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as people type them: {@code [1, 2.5]}, nested lists, a lone number, or numbers without brackets. Tuples'
 * parentheses, NumPy's spaces instead of commas, a surrounding {@code tensor(…)} and full-width commas are accepted.
 */
public final class ArrayText {
    /** A list and where it began, or a number. */
    private record Item(List<Item> items, float value, boolean isList, int position) {}

    /** Ends the parsing at the first error. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1;
        private final Parsed.Problem problem;
        private final int position;

        Stop(Parsed.Problem problem, int position) {
            super(problem + " at " + position, null, false, false);
            this.problem = problem;
            this.position = position;
        }
    }

    private static final int MOST_DEPTH = 8;
    private static final String OPENING = "[({";
    private static final String CLOSING = "])}";
    private static final String SEPARATORS = ",，、;";

    /** Before the first of these a wrong part ends. */
    private static final Pattern BREAK = Pattern.compile("[\\s,，\\])]");

    private final String text;
    private int at;
    private int end;

    private ArrayText(String text) {
        this.text = text;
        end = text.length();
    }

    /** The array, or none for a blank text. */
    public static Parsed<Optional<Tensor>> parse(String text) {
        if (text.isBlank()) {
            return new Parsed.Value<>(Optional.empty());
        }
        try {
            return new Parsed.Value<>(Optional.of(new ArrayText(text).read()));
        } catch (Stop stop) {
            String found = BREAK.split(text.substring(Math.min(stop.position, text.length())), 2)[0];
            return new Parsed.Rejected<>(stop.problem, found, OptionalInt.of(stop.position));
        }
    }

    private Tensor read() throws Stop {
        unwrap();
        List<Item> items = items(0, '\0', at);
        Item root = items.size() == 1
                ? items.getFirst()
                : new Item(items, 0, true, items.getFirst().position());
        List<Integer> sizes = new ArrayList<>();
        for (Item item = root; item.isList(); item = item.items().getFirst()) {
            sizes.add(item.items().size());
        }
        List<Float> values = new ArrayList<>();
        flatten(root, sizes, 0, values);
        Shape shape = Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
        return Tensor.generate(shape, values::get);
    }

    /** Skips {@code torch.tensor(} and its closing parenthesis. */
    private void unwrap() {
        String stripped = text.strip();
        for (String prefix : new String[] {"torch.tensor(", "tensor(", "np.array(", "array("}) {
            if (stripped.startsWith(prefix) && stripped.endsWith(")")) {
                at = text.indexOf(prefix) + prefix.length();
                end = text.lastIndexOf(')');
                return;
            }
        }
    }

    /** The items up to the bracket that closes this list, or to the end for the outermost. */
    private List<Item> items(int depth, char closing, int opened) throws Stop {
        if (depth > MOST_DEPTH) {
            throw new Stop(Parsed.Problem.TOO_DEEP, opened);
        }
        List<Item> items = new ArrayList<>();
        while (true) {
            skipSeparators();
            if (at >= end) {
                return atEnd(items, closing);
            }
            char c = text.charAt(at);
            if (CLOSING.indexOf(c) >= 0) {
                if (c != closing) {
                    throw new Stop(Parsed.Problem.NOT_OPENED, at);
                }
                if (items.isEmpty()) {
                    throw new Stop(Parsed.Problem.EMPTY_LIST, opened);
                }
                at++;
                return items;
            }
            items.add(OPENING.indexOf(c) >= 0 ? list(depth, c) : number());
            if (depth == 0 && items.size() > 1 && items.getFirst().isList()) {
                throw new Stop(Parsed.Problem.TEXT_AFTER_END, items.getLast().position());
            }
        }
    }

    private List<Item> atEnd(List<Item> items, char closing) throws Stop {
        if (closing != '\0') {
            throw new Stop(Parsed.Problem.NOT_CLOSED, end);
        }
        if (items.isEmpty()) {
            throw new Stop(Parsed.Problem.NOT_A_NUMBER, end);
        }
        return items;
    }

    private Item list(int depth, char opening) throws Stop {
        int opened = at++;
        return new Item(items(depth + 1, CLOSING.charAt(OPENING.indexOf(opening)), opened), 0, true, opened);
    }

    private void skipSeparators() {
        while (at < end && (isSpace(text.charAt(at)) || SEPARATORS.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private Item number() throws Stop {
        int from = at;
        while (at < end && !isSpace(text.charAt(at)) && (SEPARATORS + OPENING + CLOSING).indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return switch (NumberParser.real(text.substring(from, at))) {
            case Parsed.Rejected<Double>(var problem, var _, var _) -> throw new Stop(problem, from);
            case Parsed.Value<Double>(Double value) -> {
                float rounded = value.floatValue();
                if (Float.isInfinite(rounded) && !value.isInfinite()) {
                    throw new Stop(Parsed.Problem.OUT_OF_RANGE, from);
                }
                yield new Item(List.of(), rounded, false, from);
            }
        };
    }

    private static void flatten(Item item, List<Integer> sizes, int depth, List<Float> out) throws Stop {
        boolean fits = depth == sizes.size()
                ? !item.isList()
                : item.isList() && item.items().size() == sizes.get(depth);
        if (!fits) {
            throw new Stop(Parsed.Problem.RAGGED, item.position());
        }
        if (!item.isList()) {
            out.add(item.value());
        }
        for (Item inner : item.items()) {
            flatten(inner, sizes, depth + 1, out);
        }
    }

    /** A text that {@link #parse} reads back, {@code [1, 2.5]}; the empty text for null. */
    public static String format(@Nullable Tensor tensor) {
        return tensor == null ? "" : format(tensor, 0, 0, tensor.size());
    }

    private static String format(Tensor tensor, int depth, int from, int size) {
        if (depth == tensor.shape().rank()) {
            return RoundTripText.of(tensor.at(from));
        }
        int count = tensor.shape().dim(depth);
        return IntStream.range(0, count)
                .mapToObj(i -> format(tensor, depth + 1, from + i * (size / count), size / count))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
