package lossgrid.model.finding.evidence;

import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Outcome;

/** Finds the outcome in PyTorch that belongs to a finding. */
public final class FindingOutcomes {
    private FindingOutcomes() {}

    /**
     * The outcome of a label that is not a class: the document's own exception if that is about an index, or else that
     * of a minimal example.
     */
    public static Outcome ofIndex(MaskEvidence mask, double value) {
        Outcome expected = MinimalExample.of(mask.context()).index((long) value);
        Optional<Outcome> own = mask.context()
                .analysis()
                .flatMap(FindingOutcomes::exception)
                .filter(exception -> expected instanceof Outcome.Raises(var type, var _)
                        && type == TorchException.Type.INDEX_ERROR
                        && exception.type() == type)
                .map(exception -> exception);
        return own.orElse(expected);
    }

    /**
     * The outcome of labels of this shape: that of the loss for labels that have nothing else wrong, so that no other
     * mistake's exception is quoted. {@code SilentlyWrong} if the document runs.
     */
    public static Outcome ofShape(Analysis analysis, Shape shape, DType dtype) {
        return exception(analysis).isPresent()
                ? MinimalExample.ofShape(analysis.experiment(), shape, dtype)
                : new Outcome.SilentlyWrong();
    }

    /** The outcome of class indices of this shape, as {@link #ofShape(Analysis, Shape, DType)} has it. */
    public static Outcome ofShape(Analysis analysis, Shape shape) {
        return ofShape(analysis, shape, MinimalExample.right(ExpectedTarget.of(analysis.experiment(), shape)));
    }

    /**
     * The exception of the labels or of the loss, whichever comes first; not that of the activation, which the labels
     * do not cause.
     */
    public static Optional<Outcome.Raises> exception(Analysis analysis) {
        return thrown(analysis.encoded()).or(() -> thrown(analysis.loss())).or(() -> thrown(analysis.oneHot())
                .filter(_ -> analysis.loss().value().isEmpty()));
    }

    public static Optional<Outcome.Raises> thrown(Stage<?> stage) {
        return stage.exception().map(exception -> new Outcome.Raises(exception.type(), exception.message()));
    }
}
