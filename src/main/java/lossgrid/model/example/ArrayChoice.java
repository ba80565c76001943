package lossgrid.model.example;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;

/** The array that is probably meant, of several in one archive: by its name, its type and its shape. */
public final class ArrayChoice {
    private static final Pattern LABELS =
            Pattern.compile("label|mask|seg|target|annot|ground|class|(^|[^a-z])(gt|y|lbl)([^a-z]|$)");
    private static final Pattern LOGITS = Pattern.compile("logit|output|pred|score|prob|(^|[^a-z])out([^a-z]|$)");
    private static final int NAMED = 4;
    private static final int TYPED = 2;
    private static final int LEAST_COLOR_RANK = 3;

    private ArrayChoice() {}

    /**
     * The place of the array that is most like labels, or most like logits; the first of equals.
     *
     * @param names as the archive has them, one for each array
     */
    public static int of(List<String> names, List<LabelArray> arrays, boolean wantsLogits) {
        return IntStream.range(0, arrays.size())
                .boxed()
                .max(Comparator.<Integer>comparingInt(i -> points(names.get(i), arrays.get(i), wantsLogits))
                        .thenComparing(Comparator.<Integer>naturalOrder().reversed()))
                .orElse(0);
    }

    private static int points(String name, LabelArray array, boolean wantsLogits) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isNamedLogits = LOGITS.matcher(lower).find();
        boolean isNamed = wantsLogits ? isNamedLogits : LABELS.matcher(lower).find() && !isNamedLogits;
        boolean isTyped = RoleGuess.canBeLogits(array) == wantsLogits;
        return (isNamed ? NAMED : 0) + (isTyped ? TYPED : 0) - (looksLikeColors(array) ? 1 : 0);
    }

    /** Whether the last dimension is that of the channels of a photograph. */
    private static boolean looksLikeColors(LabelArray array) {
        Shape shape = array.shape();
        int last = shape.dim(shape.rank() - 1);
        return shape.rank() >= LEAST_COLOR_RANK && (last == 3 || last == 4);
    }
}
