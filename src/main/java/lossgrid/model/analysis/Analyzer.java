package lossgrid.model.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.label.Scatter;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.FusedClasses;
import lossgrid.core.loss.LossResult;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.EncodingStep;

/**
 * The pure function from a document to all that is shown. Where PyTorch would raise, the stage holds its error and
 * later stages are absent.
 */
public final class Analyzer {
    private Analyzer() {}

    public static Analysis analyze(Experiment experiment) {
        List<Stage<LabelArray>> steps = encodeSteps(experiment);
        Stage<LabelArray> encoded = last(experiment, steps);
        Analysis.Ignored ignored = ignored(experiment, encoded);
        return analyze(experiment, steps, encoded, oneHot(experiment, encoded, ignored), ignored);
    }

    /** The analysis of an experiment whose target is known. */
    static Analysis analyze(
            Experiment experiment,
            List<Stage<LabelArray>> steps,
            Stage<LabelArray> encoded,
            Stage<OneHot> oneHot,
            Analysis.Ignored ignored) {
        Stage<Tensor> activated =
                Stage.of(() -> experiment.recipe().activation().apply(experiment.logits()));
        Stage<ActivatedLoss> pass = LossComputation.of(experiment, activated, encoded, oneHot, ignored);
        Stage<LossResult> loss = loss(pass);
        return new Analysis(
                experiment,
                steps,
                encoded,
                activated,
                LossComputation.probabilities(experiment, activated, pass),
                oneHot,
                loss,
                gradient(experiment, activated, loss),
                ignored,
                pass);
    }

    /**
     * The analysis of {@code experiment}, the same as {@link #analyze(Experiment)} gives. When it differs from that of
     * {@code before} in the logits or labels of few pixels, only these are computed, and all else is shared; of a small
     * grid, and where more logits have changed, the target.
     */
    public static Analysis analyze(Experiment experiment, Analysis before) {
        return IncrementalAnalysis.analyze(experiment, before)
                .or(() -> withSameTarget(experiment, before))
                .orElseGet(() -> analyze(experiment));
    }

    /** None where the target may be another, and where one of the losses has raised. */
    @SuppressWarnings("ReferenceEquality") // Labels that an edit has left alone.
    private static Optional<Analysis> withSameTarget(Experiment now, Analysis before) {
        Experiment then = before.experiment();
        boolean isSame = before.loss().value().isPresent()
                && IncrementalAnalysis.isOtherwiseSame(now, then)
                && now.labels() == then.labels()
                && now.logits().shape().equals(then.logits().shape());
        return isSame
                ? Optional.of(analyze(now, before.encodingSteps(), before.encoded(), before.oneHot(), before.ignored()))
                        .filter(analysis -> analysis.loss().value().isPresent())
                : Optional.empty();
    }

    /** The labels after all encoding steps. */
    public static Stage<LabelArray> encode(Experiment experiment) {
        return last(experiment, encodeSteps(experiment));
    }

    private static List<Stage<LabelArray>> encodeSteps(Experiment experiment) {
        List<Stage<LabelArray>> stages = new ArrayList<>();
        Stage<LabelArray> present = new Stage.Computed<>(experiment.labels());
        for (EncodingStep step : experiment.encoding()) {
            Optional<LabelArray> before = present.value();
            present = before.isPresent() ? Stage.of(() -> step.apply(before.get())) : Stage.absent();
            stages.add(present);
        }
        return List.copyOf(stages);
    }

    /** The last stage; an error on the way replaces all that would have followed. */
    private static Stage<LabelArray> last(Experiment experiment, List<Stage<LabelArray>> steps) {
        for (Stage<LabelArray> step : steps) {
            if (step.exception().isPresent()) {
                return step;
            }
        }
        return steps.isEmpty() ? new Stage.Computed<>(experiment.labels()) : steps.getLast();
    }

    private static Analysis.Ignored ignored(Experiment experiment, Stage<LabelArray> encoded) {
        BitSet pixels = new BitSet();
        encoded.value().filter(labels -> mayIgnore(experiment, labels)).ifPresent(labels -> {
            for (int i = 0; i < labels.size(); i++) {
                if (labels.longAt(i) == experiment.options().ignoreIndex()) {
                    pixels.set(i);
                }
            }
        });
        return new Analysis.Ignored(pixels);
    }

    /** Whether labels are such that {@code ignore_index} makes a difference. */
    static boolean mayIgnore(Experiment experiment, LabelArray labels) {
        return !experiment.isBinary()
                && labels.shape().equals(experiment.logits().shape().remove(Nchw.CLASS_DIM))
                && !labels.dtype().isFloatingPoint();
    }

    /** The index of pixels that the one-hot target masks. */
    static long masked(Experiment experiment, Analysis.Ignored ignored) {
        return ignored.count() == 0 ? Long.MIN_VALUE : experiment.options().ignoreIndex();
    }

    static Stage<OneHot> oneHot(Experiment experiment, Stage<LabelArray> encoded, Analysis.Ignored ignored) {
        Optional<LabelArray> labels = encoded.value();
        if (labels.isEmpty()) {
            return Stage.absent();
        }
        LabelArray y = labels.get();
        Tensor x = experiment.logits();
        if (experiment.isBinary()) {
            return binaryTarget(x, y);
        }
        if (ByHandLosses.isDistribution(y, x.shape())) {
            return Stage.of(() -> new OneHot(y.toTensor(), OneHot.Origin.TARGET));
        }
        return Stage.of(() -> scatter(experiment, y, ignored));
    }

    private static Stage<OneHot> binaryTarget(Tensor x, LabelArray y) {
        if (!y.shape().equals(x.shape())) {
            return Stage.absent();
        }
        if (x.shape().dim(Nchw.CLASS_DIM) > 1) {
            return Stage.of(() -> new OneHot(y.toTensor(), OneHot.Origin.TARGET));
        }
        Shape shape = x.shape().with(Nchw.CLASS_DIM, 2);
        Nchw layout = Nchw.of(shape);
        Tensor pair = Tensor.generate(shape, i -> {
            float value = (float) y.doubleAt(layout.pixelOf(i));
            return layout.classOf(i) == 0 ? value : 1 - value;
        });
        return new Stage.Computed<>(new OneHot(pair, OneHot.Origin.PAIR));
    }

    /** {@code zeros_like(x).scatter_(1, y.unsqueeze(1), 1.)}, without the pixels that the loss ignores. */
    private static OneHot scatter(Experiment experiment, LabelArray y, Analysis.Ignored ignored) {
        Tensor x = experiment.logits();
        boolean hasChannel = y.shape().rank() == x.shape().rank();
        LabelArray index = hasChannel
                ? y
                : y.reshape(y.shape().insert(Math.min(Nchw.CLASS_DIM, y.shape().rank()), 1));
        Optional<Tensor> view = FusedClasses.oneHotView(x.shape(), index, masked(experiment, ignored));
        if (view.isPresent()) {
            return new OneHot(view.get(), scatter(ignored));
        }
        if (ignored.count() == 0) {
            Tensor values = Scatter.scatter(Tensor.zeros(x.shape()), Nchw.CLASS_DIM, index, 1f, Scatter.Reduce.REPLACE);
            return new OneHot(values, OneHot.Origin.SCATTER);
        }
        DType dtype = index.dtype();
        LabelArray masked = LabelArray.ofLongs(dtype, index.shape(), i -> ignored.contains(i) ? 0 : index.longAt(i));
        LabelArray ones = LabelArray.ofLongs(DType.FLOAT32, index.shape(), i -> ignored.contains(i) ? 0 : 1);
        Tensor values = Scatter.scatter(Tensor.zeros(x.shape()), Nchw.CLASS_DIM, masked, ones, Scatter.Reduce.REPLACE);
        return new OneHot(values, OneHot.Origin.SCATTER_MASKED);
    }

    static OneHot.Origin scatter(Analysis.Ignored ignored) {
        return ignored.count() == 0 ? OneHot.Origin.SCATTER : OneHot.Origin.SCATTER_MASKED;
    }

    private static Stage<LossResult> loss(Stage<ActivatedLoss> pass) {
        return switch (pass) {
            case Stage.Computed<ActivatedLoss>(var both) -> new Stage.Computed<>(both.loss());
            case Stage.Raises<ActivatedLoss>(var type, var message) -> new Stage.Raises<>(type, message);
            case Stage.Absent<ActivatedLoss> _ -> Stage.absent();
        };
    }

    static Stage<Tensor> gradient(Experiment experiment, Stage<Tensor> activated, Stage<LossResult> loss) {
        Optional<LossResult> result = loss.value();
        if (result.isEmpty() || activated.value().isEmpty()) {
            return Stage.absent();
        }
        Tensor output = activated.value().get();
        return Stage.of(() -> byLogits(experiment.recipe(), result.get().gradient(), output));
    }

    /** By hand, the loss's input is the probabilities: after a log_softmax they are e^ of the activation's output. */
    static boolean isExponentiated(Recipe recipe) {
        return recipe.loss() == LossKind.BY_HAND && recipe.activation() instanceof Activation.LogSoftmax;
    }

    private static Tensor byLogits(Recipe recipe, Tensor gradient, Tensor output) {
        Tensor byOutput = isExponentiated(recipe) ? ActivationMath.expBackward(gradient, output) : gradient;
        return recipe.activation().backward(byOutput, output);
    }
}
