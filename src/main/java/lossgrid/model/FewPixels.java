package lossgrid.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lossgrid.core.ActivatedLoss;
import lossgrid.core.LabelArray;
import lossgrid.core.PixelColumns;
import lossgrid.core.Shape;
import lossgrid.core.Tensor;

/**
 * Goes on from an earlier analysis when the logits or labels of few pixels have changed, as they do while one types or paints in a large grid.
 *
 * @param pixels outside whose columns nothing has changed, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Not handed out.
record FewPixels(Experiment now, Analysis before, int[] pixels) {
    static Optional<Analysis> analyze(Experiment now, Analysis before) {
        Experiment then = before.experiment();
        Optional<ActivatedLoss> pass = before.pass().value();
        boolean isOtherwiseSame = now.isBinary() == then.isBinary()
                && now.recipe().equals(then.recipe())
                && now.options().equals(then.options())
                && now.encoding().equals(then.encoding());
        if (pass.isEmpty() || !isOtherwiseSame) {
            return Optional.empty();
        }
        Optional<int[]> logits = now.logits().changedPixels(then.logits(), ActivatedLoss.MOST_PIXELS);
        Optional<int[]> labels = changedLabels(now, then);
        if (logits.isEmpty() || labels.isEmpty()) {
            return Optional.empty();
        }
        int[] pixels = IntStream.concat(Arrays.stream(logits.get()), Arrays.stream(labels.get()))
                .sorted()
                .distinct()
                .toArray();
        Stage<LabelArray> encoded = labels.get().length == 0 ? before.encoded() : new Stage.Computed<>(now.labels());
        return new FewPixels(now, before, pixels).from(pass.get(), encoded);
    }

    /** The pixels whose labels have changed. With encoding steps one label may show in many targets. */
    @SuppressWarnings("ReferenceEquality")
    private static Optional<int[]> changedLabels(Experiment now, Experiment then) {
        if (now.labels() == then.labels()) {
            return Optional.of(new int[0]);
        }
        if (!now.encoding().isEmpty()) {
            return Optional.empty();
        }
        Shape shape = now.logits().shape();
        Optional<int[]> changed = now.labels().changed(then.labels(), ActivatedLoss.MOST_PIXELS);
        return now.labels().shape().equals(shape) ? changed.map(elements -> PixelColumns.of(elements, shape)) : changed;
    }

    private Optional<Analysis> from(ActivatedLoss pass, Stage<LabelArray> encoded) {
        Activation activation = now.recipe().activation();
        Optional<Tensor> earlier = before.activated().value();
        Optional<LabelArray> target = encoded.value();
        if (earlier.isEmpty()
                || target.isEmpty()
                || !activation.isPerPixel(now.logits().shape())) {
            return Optional.empty();
        }
        Tensor activated = activation.applyAt(pixels, now.logits(), earlier.get());
        return pass.after(activated, target.get(), pixels)
                .map(followed -> new Analysis(
                        now,
                        before.encodingSteps(),
                        encoded,
                        new Stage.Computed<>(activated),
                        follow(before.probabilities(), q -> probabilities(activated, followed, q)),
                        oneHot(encoded),
                        new Stage.Computed<>(followed.loss()),
                        follow(
                                before.gradient(),
                                g -> activation.backwardAt(
                                        pixels, followed.loss().gradient(), activated, g)),
                        before.ignored(),
                        new Stage.Computed<>(followed)));
    }

    private static Stage<Tensor> follow(Stage<Tensor> earlier, UnaryOperator<Tensor> following) {
        return earlier.value()
                .<Stage<Tensor>>map(tensor -> new Stage.Computed<>(following.apply(tensor)))
                .orElse(earlier);
    }

    /** As {@link LossPass#probabilities} has them. */
    private Tensor probabilities(Tensor activated, ActivatedLoss followed, Tensor earlier) {
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
    private Stage<OneHot> oneHot(Stage<LabelArray> encoded) {
        if (encoded == before.encoded()) {
            return before.oneHot();
        }
        return before.oneHot()
                .value()
                .flatMap(this::oneHot)
                .<Stage<OneHot>>map(Stage.Computed::new)
                .orElseGet(() -> Analyzer.oneHot(now, encoded, before.ignored()));
    }

    /** The target after an edit of the labels that ignores the same pixels, unless it is found quickly anyway. */
    private Optional<OneHot> oneHot(OneHot earlier) {
        return switch (earlier.origin()) {
            case PAIR -> Optional.of(pair(earlier, now.labels()));
            case SCATTER, SCATTER_MASKED -> {
                LabelArray index = now.labels().reshape(now.logits().shape().with(1, 1));
                yield earlier.values().oneHotViewOf(index, pixels).map(view -> new OneHot(view, earlier.origin()));
            }
            case TARGET -> Optional.empty();
        };
    }

    private OneHot pair(OneHot earlier, LabelArray y) {
        int planeSize = now.logits().shape().planeSize();
        Tensor values = PixelColumns.replaced(earlier.values(), pixels, (n, cell, out) -> {
            out[0] = (float) y.doubleAt(n * planeSize + cell);
            out[1] = 1 - out[0];
        });
        return new OneHot(values, OneHot.Origin.PAIR);
    }
}
