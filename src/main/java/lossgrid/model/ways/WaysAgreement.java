package lossgrid.model.ways;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;

/**
 * The same loss computed in every correct way, and the reasons why float32 makes some of them differ where logits are
 * large.
 *
 * @param own the way of the document's recipe, if that is a correct one
 * @param stray the result of the recipe if it is not a correct way
 * @param maxDifference the largest difference between the ways' values; NaN where some are NaN and others are not; with
 *     reduction none the largest of any pixel
 * @param reasons the reasons why the ways differ; empty when they agree
 */
public record WaysAgreement(
        List<Way> ways, Optional<Way.Kind> own, Optional<Stray> stray, double maxDifference, List<Reason> reasons) {
    /** The largest difference of correct ways that counts as rounding, relative to a loss above 1. */
    private static final double TOLERANCE = 1e-5;

    /**
     * A recipe that is not a correct way.
     *
     * @param differs whether its number differs from that of the correct ways
     */
    public record Stray(String expression, Way.Outcome outcome, boolean differs) {}

    /**
     * A reason why ways differ.
     *
     * @param cells the number of values concerned; 0 where they are not certain ones
     */
    public record Reason(Cause cause, int cells) {}

    public enum Cause {
        /** A logit is ∞ or NaN. */
        NON_FINITE_LOGIT,
        /** The sigmoid is exactly 0 or 1. */
        SIGMOID_SATURATED,
        /** {@code BCELoss} clamps logarithms at −100. */
        BCE_CLAMPED,
        /** A softmax probability is exactly 0. */
        SOFTMAX_UNDERFLOWED,
        /** 1 − q has few digits left where q is near 1. */
        CANCELLATION,
        /** None of the others: single steps round differently. */
        ROUNDING
    }

    public WaysAgreement {
        ways = List.copyOf(ways);
        reasons = List.copyOf(reasons);
    }

    /** The ways for the document of {@code analysis}; empty while its encoding raises. */
    public static Optional<WaysAgreement> of(Analysis analysis) {
        return analysis.encoded().value().map(y -> of(analysis, y));
    }

    private static WaysAgreement of(Analysis analysis, LabelArray y) {
        Experiment experiment = analysis.experiment();
        LossOptions options = seen(experiment);
        List<Way> ways = experiment.isBinary()
                ? new BinaryWays(experiment.logits(), y, options).all()
                : new ClassWays(analysis, y, options).all();
        List<Way.Outcome.Value> values = ways.stream()
                .map(Way::outcome)
                .filter(Way.Outcome.Value.class::isInstance)
                .map(Way.Outcome.Value.class::cast)
                .toList();
        double difference = NumberDistance.largest(values, options.reduction());
        boolean agree = isWithinTolerance(difference, values);
        Optional<Way> own = ownWay(experiment)
                .flatMap(kind -> ways.stream().filter(way -> way.kind() == kind).findFirst())
                .filter(way -> sameAsRecipe(analysis, way));
        return new WaysAgreement(
                ways,
                own.map(Way::kind),
                own.isPresent() ? Optional.empty() : Optional.of(stray(analysis, ways)),
                difference,
                agree ? List.of() : FloatLimits.reasons(analysis, y, ways));
    }

    /** Whether the ways give the same number apart from rounding. */
    public boolean agree() {
        return reasons.isEmpty();
    }

    /** Whether there are two numbers to compare. */
    public boolean isComparable() {
        return ways.stream()
                        .filter(way -> way.outcome() instanceof Way.Outcome.Value)
                        .count()
                > 1;
    }

    private static boolean isWithinTolerance(double difference, List<Way.Outcome.Value> values) {
        double scale = 1;
        for (Way.Outcome.Value value : values) {
            double magnitude = Math.abs(value.value());
            scale = Double.isFinite(magnitude) ? Math.max(scale, magnitude) : scale;
        }
        return difference <= TOLERANCE * scale;
    }

    /** The options that the recipe's loss reads; the others have their defaults. */
    private static LossOptions seen(Experiment experiment) {
        LossOptions options = experiment.options();
        return switch (experiment.recipe().loss()) {
            case BCE_LOSS -> options.withPosWeight(null);
            case NLL_LOSS -> options.withLabelSmoothing(0);
            case BCE_WITH_LOGITS_LOSS, CROSS_ENTROPY_LOSS, BY_HAND -> options;
        };
    }

    /** The correct way that a recipe consists of. */
    static Optional<Way.Kind> ownWay(Experiment experiment) {
        Activation activation = experiment.recipe().activation();
        boolean none = activation instanceof Activation.None;
        boolean sigmoid = activation instanceof Activation.Sigmoid;
        boolean softmax = activation instanceof Activation.Softmax(int dim) && Nchw.isClassDim(dim);
        boolean logSoftmax = activation instanceof Activation.LogSoftmax(int dim) && Nchw.isClassDim(dim);
        return switch (experiment.recipe().loss()) {
            case BCE_LOSS -> when(sigmoid, Way.Kind.BCE_OF_SIGMOID);
            case BCE_WITH_LOGITS_LOSS -> when(none, Way.Kind.BCE_WITH_LOGITS);
            case NLL_LOSS -> when(logSoftmax, Way.Kind.NLL_OF_LOG_SOFTMAX);
            case CROSS_ENTROPY_LOSS -> when(none, Way.Kind.CROSS_ENTROPY);
            case BY_HAND ->
                experiment.isBinary()
                        ? when(sigmoid, Way.Kind.BINARY_BY_HAND)
                        : when(softmax || logSoftmax, Way.Kind.BY_HAND);
        };
    }

    private static Optional<Way.Kind> when(boolean condition, Way.Kind kind) {
        return condition ? Optional.of(kind) : Optional.empty();
    }

    /** Whether the recipe's number is this way's; a hand-written recipe may divide by another denominator. */
    private static boolean sameAsRecipe(Analysis analysis, Way way) {
        return switch (way.outcome()) {
            case Way.Outcome.Value(float value, var _) ->
                analysis.loss()
                        .value()
                        .filter(loss -> Float.compare(loss.value(), value) == 0)
                        .isPresent();
            case Way.Outcome.Raises _, Way.Outcome.NotApplicable _ ->
                analysis.loss().value().isEmpty();
        };
    }

    private static Stray stray(Analysis analysis, List<Way> ways) {
        Experiment experiment = analysis.experiment();
        String x = experiment.recipe().activation().torchCode("x").replace("torch.", "");
        String expression =
                switch (experiment.recipe().loss()) {
                    case BY_HAND ->
                        (experiment.isBinary() ? Way.Kind.BINARY_BY_HAND : Way.Kind.BY_HAND).shortForm() + ", q = " + x;
                    case BCE_LOSS, BCE_WITH_LOGITS_LOSS, NLL_LOSS, CROSS_ENTROPY_LOSS ->
                        experiment.recipe().loss().torchName() + "(" + x + ", y)";
                };
        Way.Outcome outcome = analysis.activated()
                .exception()
                .<Way.Outcome>map(exception -> new Way.Outcome.Raises(exception.type(), exception.message()))
                .orElseGet(() -> analysis.loss() instanceof Stage.Absent
                        ? new Way.Outcome.NotApplicable(Way.Obstacle.SHAPES_DIFFER)
                        : Way.outcome(analysis.loss()));
        return new Stray(expression, outcome, differs(outcome, ways));
    }

    private static boolean differs(Way.Outcome outcome, List<Way> ways) {
        return !(outcome instanceof Way.Outcome.Value own)
                || ways.stream()
                        .noneMatch(way -> way.outcome() instanceof Way.Outcome.Value right
                                && isWithinTolerance(
                                        NumberDistance.between(own.value(), right.value()), List.of(own, right)));
    }
}
