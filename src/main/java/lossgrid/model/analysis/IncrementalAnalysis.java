package lossgrid.model.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.OneHotView;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.PixelColumns;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;

/**
 * Goes on from an earlier analysis when the logits or labels of few pixels have changed, as they do while one types or
 * paints in a large grid.
 *
 * @param labels the target now
 * @param pixels outside whose columns nothing has changed, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Not handed out.
record IncrementalAnalysis(Experiment now, Analysis before, IncrementalTarget labels, int[] pixels) {
    static Optional<Analysis> analyze(Experiment now, Analysis before) {
        Experiment then = before.experiment();
        Optional<ActivatedLoss> pass = before.pass().value().filter(ActivatedLoss::isResumable);
        if (pass.isEmpty() || !isOtherwiseSame(now, then)) {
            return Optional.empty();
        }
        Optional<int[]> logits = PixelIndices.changed(now.logits(), then.logits(), ActivatedLoss.MOST_PIXELS);
        Optional<IncrementalTarget> labels = IncrementalTarget.of(now, before);
        if (logits.isEmpty() || labels.isEmpty()) {
            return Optional.empty();
        }
        int[] pixels = IntStream.concat(
                        Arrays.stream(logits.get()), Arrays.stream(labels.get().pixels()))
                .sorted()
                .distinct()
                .toArray();
        return new IncrementalAnalysis(now, before, labels.get(), pixels).from(pass.get());
    }

    /** Whether nothing but logits and labels can differ. */
    static boolean isOtherwiseSame(Experiment now, Experiment then) {
        return now.isBinary() == then.isBinary()
                && now.recipe().equals(then.recipe())
                && now.options().equals(then.options())
                && now.encoding().equals(then.encoding());
    }

    private Optional<Analysis> from(ActivatedLoss pass) {
        Activation activation = now.recipe().activation();
        Optional<Tensor> earlier = before.activated().value();
        Optional<LabelArray> target = labels.encoded().value();
        if (earlier.isEmpty()
                || target.isEmpty()
                || !activation.isPerPixel(now.logits().shape())) {
            return Optional.empty();
        }
        Tensor activated = activation.applyAt(pixels, now.logits(), earlier.get());
        Tensor input = now.recipe().loss() == LossKind.BY_HAND ? byHand(activated) : activated;
        return pass.after(input, target.get(), pixels).map(followed -> {
            Analysis.Ignored ignored = ignored(target.get());
            return new Analysis(
                    now,
                    labels.steps(),
                    labels.encoded(),
                    new Stage.Computed<>(activated),
                    follow(before.probabilities(), q -> probabilities(activated, followed, q)),
                    oneHot(target.get(), ignored),
                    new Stage.Computed<>(followed.loss()),
                    gradient(activated, followed.loss()),
                    ignored,
                    new Stage.Computed<>(followed));
        });
    }

    /** The formula by hand takes probabilities. */
    private Tensor byHand(Tensor activated) {
        Optional<Tensor> earlier = before.probabilities().value();
        return now.recipe().activation() instanceof Activation.LogSoftmax && earlier.isPresent()
                ? PixelColumns.softmax(earlier.get(), now.logits(), pixels)
                : activated;
    }

    private Analysis.Ignored ignored(LabelArray target) {
        return Analyzer.mayIgnore(now, target)
                ? before.ignored().after(target, pixels, now.options().ignoreIndex())
                : before.ignored();
    }

    /** The gradient; where the mean divides by another number than before, that of every pixel has changed. */
    private Stage<Tensor> gradient(Tensor activated, LossResult loss) {
        boolean isDividedAlike = before.loss()
                .value()
                .filter(then -> Double.compare(then.denominator(), loss.denominator()) == 0)
                .isPresent();
        if (!isDividedAlike) {
            return Analyzer.gradient(now, new Stage.Computed<>(activated), new Stage.Computed<>(loss));
        }
        Activation activation = now.recipe().activation();
        Tensor byOutput = Analyzer.isExponentiated(now.recipe())
                ? PixelColumns.expBackward(loss.gradient(), activated, pixels)
                : loss.gradient();
        return follow(before.gradient(), g -> activation.backwardAt(pixels, byOutput, activated, g));
    }

    private static Stage<Tensor> follow(Stage<Tensor> earlier, UnaryOperator<Tensor> following) {
        return earlier.value()
                .<Stage<Tensor>>map(tensor -> new Stage.Computed<>(following.apply(tensor)))
                .orElse(earlier);
    }

    /** As {@link LossComputation#probabilities} has them. */
    private Tensor probabilities(Tensor activated, ActivatedLoss followed, Tensor earlier) {
        if (now.recipe().loss() == LossKind.BY_HAND) {
            return followed.probabilities();
        }
        return switch (now.recipe().activation()) {
            case Activation.Sigmoid(), Activation.Softmax(var _) -> activated;
            case Activation.LogSoftmax(var _) -> PixelColumns.softmax(earlier, now.logits(), pixels);
            case Activation.None() ->
                switch (now.recipe().loss()) {
                    case BCE_WITH_LOGITS_LOSS, CROSS_ENTROPY_LOSS -> followed.probabilities();
                    case NLL_LOSS -> PixelColumns.exp(earlier, now.logits(), pixels);
                    case BCE_LOSS, BY_HAND -> activated;
                };
        };
    }

    @SuppressWarnings("ReferenceEquality") // Of a stage that is handed on.
    private Stage<OneHot> oneHot(LabelArray target, Analysis.Ignored ignored) {
        if (labels.encoded() == before.encoded()) {
            return before.oneHot();
        }
        return before.oneHot()
                .value()
                .flatMap(earlier -> oneHot(earlier, target, ignored))
                .<Stage<OneHot>>map(Stage.Computed::new)
                .orElseGet(() -> Analyzer.oneHot(now, labels.encoded(), ignored));
    }

    /** The target after an edit of the labels, unless it is found quickly anyway. */
    private Optional<OneHot> oneHot(OneHot earlier, LabelArray target, Analysis.Ignored ignored) {
        return switch (earlier.origin()) {
            case PAIR -> Optional.of(pair(earlier, target));
            case SCATTER, SCATTER_MASKED -> {
                LabelArray index = target.reshape(now.logits().shape().with(Nchw.CLASS_DIM, 1));
                yield OneHotView.following(earlier.values(), index, Analyzer.masked(now, ignored), pixels)
                        .map(view -> new OneHot(view, Analyzer.scatter(ignored)));
            }
            case TARGET -> Optional.empty();
        };
    }

    private OneHot pair(OneHot earlier, LabelArray y) {
        Shape shape = y.shape();
        Tensor values = PixelColumns.replaced(earlier.values(), pixels, (n, cell, out) -> {
            out[0] = (float) y.doubleAt(shape.element(n, cell));
            out[1] = 1 - out[0];
        });
        return new OneHot(values, OneHot.Origin.PAIR);
    }
}
