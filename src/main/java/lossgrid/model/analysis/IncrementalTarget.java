package lossgrid.model.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Shape;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.PixelColumns;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.EncodingStep;

/**
 * The target after few labels have changed: bit for bit what {@link Analyzer#analyze(Experiment)} has, from that of an
 * earlier analysis.
 *
 * @param steps the labels after each encoding step
 * @param encoded the labels after the last one
 * @param pixels in whose columns targets differ, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Not handed out.
record IncrementalTarget(List<Stage<LabelArray>> steps, Stage<LabelArray> encoded, int[] pixels) {
    /**
     * None where a step takes elements elsewhere or looks at others, and where more have changed than can be followed.
     */
    @SuppressWarnings("ReferenceEquality")
    static Optional<IncrementalTarget> of(Experiment now, Analysis before) {
        Experiment then = before.experiment();
        if (now.labels() == then.labels()) {
            return Optional.of(same(before));
        }
        return PixelIndices.changed(now.labels(), then.labels(), ActivatedLoss.MOST_PIXELS)
                .flatMap(elements -> elements.length == 0 ? Optional.of(same(before)) : of(now, before, elements));
    }

    private static IncrementalTarget same(Analysis before) {
        return new IncrementalTarget(before.encodingSteps(), before.encoded(), new int[0]);
    }

    private static Optional<IncrementalTarget> of(Experiment now, Analysis before, int[] elements) {
        List<Stage<LabelArray>> steps = new ArrayList<>();
        LabelArray present = now.labels();
        for (int i = 0; i < now.encoding().size(); i++) {
            Optional<LabelArray> earlier = before.encodingSteps().get(i).value();
            EncodingStep step = now.encoding().get(i);
            Optional<LabelArray> next =
                    earlier.isEmpty() ? Optional.empty() : step.applyAt(elements, present, earlier.get());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            present = next.get();
            steps.add(new Stage.Computed<>(present));
        }
        Shape shape = now.logits().shape();
        int[] pixels = present.shape().equals(shape) ? PixelColumns.of(elements, shape) : elements;
        return Optional.of(new IncrementalTarget(List.copyOf(steps), new Stage.Computed<>(present), pixels));
    }
}
