package lossgrid.model.ways;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.label.Broadcast;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Losses;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.OneHot;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.LossOptions;
import org.jspecify.annotations.Nullable;

/** The ways to the cross-entropy over classes of logits x and a target y that is class indices or probabilities. */
final class ClassWays {
    private static final int PAIR = 2;

    private final Tensor x;
    private final LabelArray y;
    private final Stage<OneHot> oneHot;
    private final BitSet ignored;
    private final LossOptions options;
    private final boolean hasProbabilities;

    /** {@code y} is the encoded target of {@code analysis}; {@code options} are those that the recipe's loss reads. */
    ClassWays(Analysis analysis, LabelArray y, LossOptions options) {
        this.x = analysis.experiment().logits();
        this.y = y;
        this.oneHot = analysis.oneHot();
        this.ignored = analysis.ignored().toBitSet();
        this.options = options;
        this.hasProbabilities = ByHandLosses.isDistribution(y, x.shape());
    }

    List<Way> all() {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(Way.Kind.BY_HAND, handCode(), byHand()));
        ways.add(new Way(Way.Kind.NLL_OF_LOG_SOFTMAX, nllCode(), nll()));
        ways.add(new Way(
                Way.Kind.CROSS_ENTROPY,
                call("F.cross_entropy", "x", weightArgument(), ignoreArgument(), smoothingArgument()),
                crossEntropy()));
        if (x.shape().dim(Nchw.CLASS_DIM) == PAIR) {
            ways.add(new Way(Way.Kind.BCE_OF_DIFFERENCE, differenceCode(), difference()));
        }
        return ways;
    }

    private int pixels() {
        return x.size() / x.shape().dim(Nchw.CLASS_DIM);
    }

    /** Whether the target has a value for each pixel, in any shape. */
    private boolean fits() {
        return hasProbabilities || y.size() == pixels();
    }

    private Way.Outcome byHand() {
        return withTarget(p -> hasProbabilities
                ? Way.reduced(Stage.of(() -> categorical(p, Reduction.SUM)), options.reduction(), pixels())
                : Way.outcome(Stage.of(() -> categorical(p, options.reduction()))));
    }

    private LossResult categorical(Tensor p, Reduction reduction) {
        return ByHandLosses.categorical(
                ActivationMath.softmax(x, Nchw.CLASS_DIM),
                p,
                options.weight(),
                ignored,
                options.labelSmoothing(),
                reduction);
    }

    private Way.Outcome nll() {
        if (hasProbabilities) {
            return new Way.Outcome.NotApplicable(Way.Obstacle.NO_PROBABILITIES);
        }
        if (options.labelSmoothing() > 0) {
            return new Way.Outcome.NotApplicable(Way.Obstacle.NO_LABEL_SMOOTHING);
        }
        return Way.outcome(Stage.of(() -> Losses.nllLoss(
                ActivationMath.logSoftmax(x, Nchw.CLASS_DIM),
                y,
                options.weight(),
                options.ignoreIndex(),
                options.reduction())));
    }

    private Way.Outcome crossEntropy() {
        return Way.outcome(Stage.of(() -> Losses.crossEntropy(
                x, y, options.weight(), options.ignoreIndex(), options.labelSmoothing(), options.reduction())));
    }

    private Way.Outcome difference() {
        return withTarget(p -> Way.reduced(
                Stage.of(() -> binaryOfDifference(p)),
                options.reduction(),
                hasProbabilities ? pixels() : weightOfTargets(p)));
    }

    /**
     * The shares a₀ and a₁ of the two classes, options included, as a binary target a₁ / (a₀ + a₁) of weight a₀ + a₁.
     */
    private LossResult binaryOfDifference(Tensor p) {
        Tensor weight = checkedWeight();
        Shape one = x.shape().with(Nchw.CLASS_DIM, 1);
        LabelArray target = LabelArray.ofDoubles(DType.FLOAT32, one, i -> {
            double on = share(p, weight, i, 1);
            double both = on + share(p, weight, i, 0);
            return both == 0 ? 0 : on / both;
        });
        Tensor factor = Tensor.generate(one, i -> (float) (share(p, weight, i, 0) + share(p, weight, i, 1)));
        return Losses.binaryCrossEntropyWithLogits(
                ActivationMath.oneAgainstRest(x, 1), target, factor, null, Reduction.SUM);
    }

    private double share(Tensor p, @Nullable Tensor weight, int pixel, int c) {
        if (ignored.get(pixel)) {
            return 0;
        }
        double of = p.at(Nchw.of(x.shape()).element(pixel, c));
        double smoothed = (1 - options.labelSmoothing()) * of + options.labelSmoothing() / PAIR;
        return smoothed * factor(weight, c);
    }

    private double weightOfTargets(Tensor p) {
        Nchw layout = Nchw.of(p.shape());
        double sum = 0;
        for (int i = 0; i < p.size(); i++) {
            int c = layout.classOf(i);
            boolean counts = !ignored.get(layout.pixelOf(i));
            sum += counts ? factor(options.weight(), c) * p.at(i) : 0;
        }
        return sum;
    }

    private static double factor(@Nullable Tensor weight, int c) {
        return weight == null ? 1 : weight.at(weight.size() == 1 ? 0 : Math.min(c, weight.size() - 1));
    }

    private @Nullable Tensor checkedWeight() {
        Tensor weight = options.weight();
        if (weight != null) {
            Broadcast.shape(Shape.of(1, weight.size(), 1, 1), x.shape());
        }
        return weight;
    }

    @FunctionalInterface
    private interface OfTarget {
        Way.Outcome apply(Tensor p);
    }

    private Way.Outcome withTarget(OfTarget way) {
        if (!fits()) {
            return new Way.Outcome.NotApplicable(Way.Obstacle.SHAPES_DIFFER);
        }
        return switch (oneHot) {
            case Stage.Computed<OneHot>(var p) -> way.apply(p.values());
            case Stage.Raises<OneHot>(var type, var message) -> new Way.Outcome.Raises(type, message);
            case Stage.Absent<OneHot> _ -> new Way.Outcome.NotApplicable(Way.Obstacle.SHAPES_DIFFER);
        };
    }

    private String call(String function, String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(input, "y"));
        all.addAll(List.of(arguments));
        return WayCode.call(function, options.reduction(), all.toArray(String[]::new));
    }

    private String weightArgument() {
        return options.weight() == null ? "" : "weight=w";
    }

    private String ignoreArgument() {
        return options.ignoreIndex() == LossOptions.DEFAULT_IGNORE_INDEX ? "" : "ignore_index=" + options.ignoreIndex();
    }

    private String smoothingArgument() {
        return options.labelSmoothing() == 0 ? "" : "label_smoothing=" + (float) options.labelSmoothing();
    }

    private String nllCode() {
        return call("F.nll_loss", "torch.log_softmax(x, dim=1)", weightArgument(), ignoreArgument());
    }

    /** The target's share of class {@code c} in code, smoothing included. */
    private String smoothed(String p) {
        String epsilon = Float.toString((float) options.labelSmoothing());
        return options.labelSmoothing() == 0
                ? p
                : "((1 - %s) * %s + %s / %d)"
                        .formatted(epsilon, p, epsilon, x.shape().dim(Nchw.CLASS_DIM));
    }

    private String handCode() {
        String weight = options.weight() == null ? "" : "w.view(1, -1, 1, 1) * ";
        String sum = "-(" + weight + smoothed("p") + " * torch.log(q)).sum(dim=1)";
        String kept = ignored.isEmpty() ? sum : "(" + sum + ")[y != " + options.ignoreIndex() + "]";
        return "q = torch.softmax(x, dim=1); " + overWeights(kept);
    }

    private String overWeights(String losses) {
        boolean byWeights = options.weight() != null && !hasProbabilities;
        String kept = ignored.isEmpty() ? "y" : "y[y != " + options.ignoreIndex() + "]";
        return byWeights
                ? WayCode.divided("(" + losses + ")", options.reduction(), "w[" + kept + "].sum()")
                : WayCode.reduced("(" + losses + ")", options.reduction());
    }

    private String differenceCode() {
        String target = smoothed(hasProbabilities ? "y[:, 1]" : "y.float()");
        boolean indexed = options.weight() != null && !hasProbabilities && options.labelSmoothing() == 0;
        String losses = indexed
                ? "F.binary_cross_entropy_with_logits(x[:, 1] - x[:, 0], %s, weight=w[y], reduction='none')"
                        .formatted(target)
                : options.weight() == null
                        ? "F.binary_cross_entropy_with_logits(x[:, 1] - x[:, 0], %s, reduction='none')"
                                .formatted(target)
                        : "a = w.view(1, -1, 1, 1) * " + smoothed("p")
                                + "; F.binary_cross_entropy_with_logits(x[:, 1] - x[:, 0], a[:, 1] / a.sum(1),"
                                + " weight=a.sum(1), reduction='none')";
        return overWeights(ignored.isEmpty() ? losses : losses + "[y != " + options.ignoreIndex() + "]");
    }
}
