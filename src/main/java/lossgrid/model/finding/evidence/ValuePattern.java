package lossgrid.model.finding.evidence;

import java.util.function.DoublePredicate;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.Select;
import lossgrid.model.example.RoleGuess;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;

/**
 * The best explanation of the labels' values. There is only one, so that one mistake is not reported under three names;
 * the most certain patterns are tested first.
 */
public enum ValuePattern {
    /** Not class indices, or not whole: left to other rules. */
    OTHER,
    /** Every value is a class or ignored. */
    RIGHT,
    /** The last dimension holds colours. */
    COLORS,
    /** A network's output before softmax or sigmoid. */
    LOGITS,
    /** 0 and one other value that is not a class; perhaps with values between, along edges only. */
    BINARY,
    /** Grey values of a known palette. */
    LUMA,
    /** −2 and −1, or 254 and 255: classes 0 and 1 after two shifts. */
    SHIFTED_TWICE,
    /** −1 or 255 after a shift. */
    VOID_SHIFTED,
    /** One value far from all classes. */
    VOID,
    /** 1 to C. */
    ONE_BASED,
    /** At most as many different values as classes, but with gaps. */
    GAPS,
    /** None of these. */
    OUT_OF_RANGE;

    private static final int BYTE_VOID = 255;
    private static final int COLOR_RANK = 3;
    private static final int RGB = 3;
    private static final int RGBA = 4;
    private static final double MOST_BETWEEN = 0.25;
    private static final int LEAST_BETWEEN = 2;
    private static final int LEAST_GAPPED = 3;
    private static final int LEAST_DIFFERENT = 8;
    private static final int ENOUGH_DIFFERENT = 64;
    private static final int MOST_EQUAL = 4;

    /** Whether the numbers could be a loss's target, whatever their type. */
    public boolean areTargets() {
        return this != COLORS && this != LOGITS;
    }

    /**
     * Whether the values look like a network's output before softmax or sigmoid: fractions, some negative, hardly two
     * of them equal.
     */
    private static boolean areLogits(MaskFacts facts) {
        Histogram values = facts.histogram();
        return facts.dtype().isFloatingPoint()
                && values.least() < 0
                && values.size() >= Math.clamp(values.total() / MOST_EQUAL, LEAST_DIFFERENT, ENOUGH_DIFFERENT)
                && RoleGuess.of(values) == RoleGuess.REAL;
    }

    static ValuePattern of(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        MaskContext context = mask.context();
        if (isColors(mask)) {
            return COLORS;
        }
        if (areLogits(facts)) {
            return LOGITS;
        }
        if (context.wanted() == ExpectedTarget.BINARY) {
            return facts.isWhole() && isBinary(mask) ? BINARY : OTHER;
        }
        if (!context.wanted().isIndices() || !facts.isWhole()) {
            return OTHER;
        }
        double[] invalidValues = mask.invalidValues();
        if (invalidValues.length == 0) {
            return RIGHT;
        }
        if (isBinary(mask)) {
            return BINARY;
        }
        if (!Luma.matching(mask).isEmpty()) {
            return LUMA;
        }
        return ofInvalid(mask, invalidValues);
    }

    private static ValuePattern ofInvalid(MaskEvidence mask, double[] invalidValues) {
        double least = invalidValues[0];
        boolean one = invalidValues.length == 1;
        if (isShiftedTwice(mask, invalidValues)) {
            return SHIFTED_TWICE;
        }
        if (one && (least == -1 || least == BYTE_VOID) && ActiveShifts.of(mask.context()) < 0) {
            return VOID_SHIFTED;
        }
        if (one && isVoid(mask, least)) {
            return VOID;
        }
        if (one && isOneBased(mask, least)) {
            return ONE_BASED;
        }
        return isGapped(mask) ? GAPS : OUT_OF_RANGE;
    }

    /** Fires for a last dimension of 3 or 4 that the loss does not expect, with whole numbers up to 255. */
    private static boolean isColors(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        Shape shape = facts.shape();
        Histogram histogram = facts.histogram();
        int last = shape.fromEnd(0);
        if (shape.rank() < COLOR_RANK || (last != RGB && last != RGBA) || !facts.isWhole()) {
            return false;
        }
        boolean bytes = histogram.least() >= 0 && histogram.greatest() <= BYTE_VOID;
        boolean known = facts.source().filter(source -> source.isColor()).isPresent() && !areLookedUp(mask.context());
        if (!bytes || (histogram.greatest() <= 1 && !known)) {
            return false;
        }
        return mask.context()
                .analysis()
                .map(analysis -> {
                    Shape logits = analysis.experiment().logits().shape();
                    boolean fits = shape.equals(logits) || shape.equals(logits.remove(Nchw.CLASS_DIM));
                    boolean over = shape.fromEnd(1) == logits.fromEnd(0) && shape.fromEnd(2) == logits.fromEnd(1);
                    return known || (over && !fits);
                })
                .orElse(true);
    }

    /** Whether a step of the document has made one number of each colour. */
    private static boolean areLookedUp(MaskContext context) {
        return ActiveShifts.steps(context).stream()
                .anyMatch(step -> step instanceof ColorsToIndices || step instanceof Select);
    }

    /** Whether there are only 0 and the object's value, and values between them only along edges. */
    private static boolean isBinary(MaskEvidence mask) {
        Histogram histogram = mask.facts().histogram();
        MaskContext context = mask.context();
        double object = histogram.greatest();
        boolean two = context.wanted() == ExpectedTarget.BINARY || context.classes() <= 2;
        if (!two || histogram.least() < 0 || !(object >= 2) || context.isIgnored(object)) {
            return false;
        }
        DoublePredicate between = value -> value > 0 && value < object;
        double[] values = mask.facts().values(between);
        if (values.length == 0) {
            return true;
        }
        boolean few = mask.facts().count(between) <= MOST_BETWEEN * histogram.total();
        return values.length >= LEAST_BETWEEN
                && histogram.contains(0)
                && few
                && BlurredBorders.holdAll(mask.facts().labels(), between);
    }

    private static boolean isShiftedTwice(MaskEvidence mask, double[] invalidValues) {
        boolean wrapped = mask.facts().histogram().contains(BYTE_VOID - 1)
                && mask.facts().histogram().contains(BYTE_VOID);
        boolean negative = mask.facts().histogram().contains(-2)
                && mask.facts().histogram().contains(-1);
        boolean onlyThose = invalidValues.length <= 2;
        for (double stray : invalidValues) {
            onlyThose &= wrapped ? stray == BYTE_VOID - 1 || stray == BYTE_VOID : stray == -2 || stray == -1;
        }
        return (wrapped || negative) && onlyThose && mask.context().classes() < BYTE_VOID - 1;
    }

    private static boolean isVoid(MaskEvidence mask, double stray) {
        return stray < 0 || stray == BYTE_VOID || stray > mask.context().classes();
    }

    private static boolean isOneBased(MaskEvidence mask, double stray) {
        double[] classes = mask.facts().values(value -> !mask.context().isIgnored(value));
        return stray == mask.context().classes() && classes[0] >= 1;
    }

    private static boolean isGapped(MaskEvidence mask) {
        double[] values = mask.facts().values(value -> !mask.context().isIgnored(value));
        int classes = mask.context().classes();
        if (values.length < LEAST_GAPPED || values.length > classes || values[0] < 0) {
            return false;
        }
        double step = values[1] - values[0];
        boolean even = values[0] == 0 && step >= 2;
        for (int i = 0; i < values.length; i++) {
            even &= values[i] == i * step;
        }
        return even || values.length == classes;
    }
}
