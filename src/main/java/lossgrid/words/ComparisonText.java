package lossgrid.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DecimalText;
import lossgrid.core.loss.Reduction;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.GradientComparison;
import lossgrid.model.compare.LossDifference;
import lossgrid.model.compare.Remark;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.edit.EncodingChain;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.paint.color.NumberDisplay;

/** The texts of a comparison in the user's language. */
public final class ComparisonText {
    /** The greatest number written with digits after the point. */
    private static final double MOST_EXACT = 10;

    private static final double MOST_EXACT_SUM = 100;

    private final Texts texts;
    private final int digits;

    /** @param digits the digits after the point of losses */
    public ComparisonText(Texts texts, int digits) {
        this.texts = texts;
        this.digits = digits;
    }

    /** {@code softmax → CrossEntropyLoss}; with the dim if it is not that of the classes. */
    public String recipe(Experiment experiment) {
        String activation =
                switch (experiment.recipe().activation()) {
                    case Activation.None() -> "";
                    case Activation.Sigmoid() -> "sigmoid → ";
                    case Activation.Softmax(int dim) -> "softmax" + dim(dim) + " → ";
                    case Activation.LogSoftmax(int dim) -> "log_softmax" + dim(dim) + " → ";
                };
        return activation + texts.name(experiment.recipe().loss());
    }

    private static String dim(int dim) {
        return dim == 1 ? "" : "(dim=" + dim + ")";
    }

    /** The labels, each encoding step, and the options that differ from PyTorch's defaults. */
    public static List<String> setup(Experiment experiment) {
        List<String> out = new ArrayList<>();
        out.add("y: " + raw(experiment));
        for (EncodingStep step : experiment.encoding()) {
            if (!EncodingChain.isOff(step)) {
                out.add("y = " + step.torchCode("y"));
            }
        }
        LossOptions options = experiment.options();
        LossOptions usual = LossOptions.defaults();
        if (options.reduction() != usual.reduction()) {
            out.add("reduction='" + options.reduction().torchName() + "'");
        }
        if (options.ignoreIndex() != usual.ignoreIndex() && OptionName.IGNORE_INDEX.isRead(experiment)) {
            out.add("ignore_index=" + options.ignoreIndex());
        }
        Optional.ofNullable(options.weight()).ifPresent(weight -> out.add("weight " + weight.shape()));
        Optional.ofNullable(options.posWeight()).ifPresent(weight -> out.add("pos_weight " + weight.shape()));
        if (options.labelSmoothing() != usual.labelSmoothing()) {
            out.add("label_smoothing=" + NumberDisplay.shortest(options.labelSmoothing()));
        }
        return out;
    }

    private static String raw(Experiment experiment) {
        return experiment.labels().dtype().torchName() + " "
                + experiment.labels().shape();
    }

    /** The name of the large number: a mean, a sum, or, with reduction none, an unreduced loss. */
    public TextKey reduction(Experiment experiment) {
        Reduction reduction = experiment.options().reduction();
        return switch (reduction) {
            case MEAN -> Text.MEAN_LOSS;
            case SUM -> Text.SUM_LOSS;
            case NONE -> Text.UNREDUCED_LOSS;
        };
    }

    /** The remarks on the numbers. */
    public List<String> facts(Comparison comparison) {
        List<String> out = new ArrayList<>();
        comparison
                .difference()
                .filter(difference -> !difference.isNone())
                .map(this::difference)
                .ifPresent(out::add);
        comparison.gradients().map(this::gradients).ifPresent(out::add);
        return out;
    }

    public List<String> remarks(Comparison comparison) {
        return comparison.remarks().stream().map(this::remark).toList();
    }

    /** The difference of the reduced losses. */
    public Optional<String> number(Comparison comparison) {
        return comparison.numberDifference().isPresent()
                ? Optional.of(signed(comparison.numberDifference().getAsDouble()))
                : Optional.empty();
    }

    private String difference(LossDifference difference) {
        return texts.get(
                DoctorText.COMPARE_LARGEST,
                signed(difference.largest()),
                place(difference.at().n(), difference.at().h(), difference.at().w()),
                NumberDisplay.fixed(difference.sum(), difference.sum() < MOST_EXACT_SUM ? digits : 1),
                DecimalText.grouped(difference.differing()),
                DecimalText.grouped(difference.values().size()));
    }

    /** {@code (n, h, w)}, counted from 0. */
    public static String place(int n, int h, int w) {
        return "(" + n + ", " + h + ", " + w + ")";
    }

    private String gradients(GradientComparison gradients) {
        String left = NumberDisplay.figures(gradients.leftNorm());
        String right = NumberDisplay.figures(gradients.rightNorm());
        String norms =
                switch (gradients.strength()) {
                    case SAME -> texts.get(DoctorText.GRADIENT_SAME, left);
                    case WEAKER -> texts.get(DoctorText.GRADIENT_WEAKER, left, right, times(gradients.times()));
                    case STRONGER -> texts.get(DoctorText.GRADIENT_STRONGER, left, right, times(gradients.times()));
                    case LEFT_IS_ZERO -> texts.get(DoctorText.GRADIENT_LEFT_IS_ZERO, right);
                    case RIGHT_IS_ZERO -> texts.get(DoctorText.GRADIENT_RIGHT_IS_ZERO, left);
                    case BOTH_ARE_ZERO -> texts.get(DoctorText.GRADIENT_BOTH_ARE_ZERO);
                    case NOT_FINITE -> texts.get(DoctorText.GRADIENT_NOT_FINITE, left, right);
                };
        if (gradients.cosine().isEmpty()) {
            return norms;
        }
        double degrees = Math.toDegrees(Math.acos(gradients.cosine().getAsDouble()));
        return texts.get(DoctorText.GRADIENT_ANGLE, norms, NumberDisplay.fixed(degrees, 1));
    }

    private static String times(double factor) {
        return NumberDisplay.fixed(factor, factor < MOST_EXACT ? 1 : 0);
    }

    private String remark(Remark remark) {
        Object[] numbers = remark.numbers().stream()
                .map(this::plain)
                .map(Object.class::cast)
                .toArray();
        String text = texts.get(text(remark.kind()), numbers);
        return switch (remark.on()) {
            case LEFT -> texts.get(DoctorText.REMARK_ON_LEFT, text);
            case RIGHT -> texts.get(DoctorText.REMARK_ON_RIGHT, text);
            case BOTH -> text;
        };
    }

    private static TextKey text(Remark.Kind kind) {
        return switch (kind) {
            case SOFTMAX_TWICE -> DoctorText.REMARK_SOFTMAX_TWICE;
            case SIGMOID_THEN_SOFTMAX -> DoctorText.REMARK_SIGMOID_THEN_SOFTMAX;
            case LOG_SOFTMAX_TWICE -> DoctorText.REMARK_LOG_SOFTMAX_TWICE;
            case SIGMOID_TWICE -> DoctorText.REMARK_SIGMOID_TWICE;
            case ONE_CHANNEL_SOFTMAX -> DoctorText.REMARK_ONE_CHANNEL_SOFTMAX;
            case PROBABILITIES_AS_LOGARITHMS -> DoctorText.REMARK_PROBABILITIES_AS_LOGARITHMS;
            case LOGITS_AS_LOGARITHMS -> DoctorText.REMARK_LOGITS_AS_LOGARITHMS;
            case SOFTMAX_OVER_OTHER_DIM -> DoctorText.REMARK_SOFTMAX_OVER_OTHER_DIM;
            case TARGET_OUTSIDE_UNIT -> DoctorText.REMARK_TARGET_OUTSIDE_UNIT;
            case NOTHING_COUNTS -> DoctorText.REMARK_NOTHING_COUNTS;
            case NOT_FINITE -> DoctorText.REMARK_NOT_FINITE;
            case CHANNELS_AVERAGED -> DoctorText.REMARK_CHANNELS_AVERAGED;
            case DIVISORS_DIFFER -> DoctorText.REMARK_DIVISORS_DIFFER;
            case GRIDS_DIFFER -> DoctorText.REMARK_GRIDS_DIFFER;
            case NO_DIFFERENCE -> DoctorText.REMARK_NO_DIFFERENCE;
        };
    }

    /** A number as text: a whole one in full, others like losses. */
    private String plain(double value) {
        return NumberDisplay.wholeOrFixed(value, digits);
    }

    String fixed(double value) {
        return NumberDisplay.fixed(value, digits);
    }

    /** A number with its sign, even a plus. */
    public String signed(double value) {
        String text = fixed(value);
        return value > 0 && !text.startsWith("+") ? "+" + text : text;
    }
}
