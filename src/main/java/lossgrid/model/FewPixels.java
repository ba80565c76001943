package lossgrid.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import lossgrid.core.ActivatedLoss;
import lossgrid.core.LabelArray;
import lossgrid.core.LossResult;

/** Goes on from an earlier analysis when the logits or labels of few pixels have changed, as they do while one types or paints in a large grid. */
final class FewPixels {
    private FewPixels() {}

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
        return encoded.value()
                .flatMap(target -> pass.get().after(now.logits(), target, pixels))
                .map(followed -> with(now, before, encoded, followed));
    }

    /** With encoding steps one label may show in many targets. */
    @SuppressWarnings("ReferenceEquality")
    private static Optional<int[]> changedLabels(Experiment now, Experiment then) {
        if (now.labels() == then.labels()) {
            return Optional.of(new int[0]);
        }
        return now.encoding().isEmpty()
                ? now.labels().changed(then.labels(), ActivatedLoss.MOST_PIXELS)
                : Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality") // Of stages that are handed on.
    private static Analysis with(Experiment experiment, Analysis before, Stage<LabelArray> encoded, ActivatedLoss now) {
        LossResult loss = now.loss();
        return new Analysis(
                experiment,
                before.encodingSteps(),
                encoded,
                new Stage.Computed<>(experiment.logits()),
                new Stage.Computed<>(now.probabilities()),
                encoded == before.encoded() ? before.oneHot() : Analyzer.oneHot(experiment, encoded, before.ignored()),
                new Stage.Computed<>(loss),
                new Stage.Computed<>(loss.gradient()),
                before.ignored(),
                new Stage.Computed<>(now));
    }
}
