package lossgrid.model;

import java.util.Optional;
import lossgrid.core.ActivatedLoss;
import lossgrid.core.LossResult;
import lossgrid.core.Tensor;

/** Goes on from an earlier analysis when the logits of few pixels have changed, as they do while one types into a large grid. */
final class FewPixels {
    private FewPixels() {}

    static Optional<Analysis> analyze(Experiment experiment, Analysis before) {
        Optional<ActivatedLoss> pass = before.pass().value();
        if (pass.isEmpty() || !differsInLogitsAlone(experiment, before.experiment())) {
            return Optional.empty();
        }
        Tensor x = experiment.logits();
        return x.changedPixels(before.experiment().logits(), ActivatedLoss.MOST_PIXELS)
                .flatMap(pixels -> pass.get().after(x, pixels))
                .map(now -> with(experiment, before, now));
    }

    private static boolean differsInLogitsAlone(Experiment now, Experiment then) {
        return now.isBinary() == then.isBinary()
                && now.recipe().equals(then.recipe())
                && now.options().equals(then.options())
                && now.encoding().equals(then.encoding())
                && isSame(now, then);
    }

    /** Whether the labels are the very same: comparing their elements would take a look at each. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Experiment now, Experiment then) {
        return now.labels() == then.labels();
    }

    private static Analysis with(Experiment experiment, Analysis before, ActivatedLoss now) {
        LossResult loss = now.loss();
        return new Analysis(
                experiment,
                before.encodingSteps(),
                before.encoded(),
                new Stage.Computed<>(experiment.logits()),
                new Stage.Computed<>(now.probabilities()),
                before.oneHot(),
                new Stage.Computed<>(loss),
                new Stage.Computed<>(loss.gradient()),
                before.ignored(),
                new Stage.Computed<>(now));
    }
}
