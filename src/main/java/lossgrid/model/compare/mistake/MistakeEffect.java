package lossgrid.model.compare.mistake;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.TorchException;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.LossKind;

/** The effect of a mistake in PyTorch. */
public sealed interface MistakeEffect {
    /** PyTorch raises with this message (1.13.1 on the CPU). */
    record Raises(TorchException.Type type, String message) implements MistakeEffect {}

    /** It runs without an error. */
    record Runs(Symptom symptom) implements MistakeEffect {}

    /** The visible symptom of a mistake that runs, if any. */
    enum Symptom {
        /** The number is finite and looks as good as the right one. */
        OTHER_NUMBER,
        /** The loss is 0, and so is the gradient. */
        ALWAYS_ZERO,
        /** The loss is not 0, but the gradient is. */
        NO_GRADIENT,
        /** The loss is below 0. */
        NEGATIVE,
        /** The loss is NaN. */
        NOT_A_NUMBER
    }

    /**
     * The error that ends the user's code, if any. One-hot labels that only the window shows do not count: the code
     * makes them for a hand-written loss alone.
     */
    static Optional<Raises> error(Analysis analysis) {
        boolean scatters = analysis.experiment().recipe().loss() == LossKind.BY_HAND;
        List<Stage<?>> stages = scatters
                ? List.of(analysis.encoded(), analysis.activated(), analysis.oneHot(), analysis.loss())
                : List.of(analysis.encoded(), analysis.activated(), analysis.loss());
        return stages.stream()
                .map(stage -> stage.exception().map(exception -> new Raises(exception.type(), exception.message())))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
