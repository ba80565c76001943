package lossgrid.model.finding.rule.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lossgrid.core.array.DType;
import lossgrid.core.array.TorchException;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.ActiveShifts;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when {@code torch.from_numpy} raises for the file's element type, unless the chain begins with a cast, which
 * represents NumPy's {@code astype}. For a file, it is only noted.
 */
public final class StoredTypeRule implements Rule.OfLabels {
    /** NumPy's whole types that PyTorch 1.13 lacks. */
    private static final Set<String> REFUSED = Set.of("uint16", "uint32", "uint64");

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        return mask.facts()
                .source()
                .filter(source -> REFUSED.contains(source.storedType()) && !isConverted(mask))
                .map(source -> finding(mask, source));
    }

    private static boolean isConverted(MaskEvidence mask) {
        return ActiveShifts.steps(mask.context()).stream()
                .filter(step -> !(step instanceof Skipped))
                .findFirst()
                .filter(Cast.class::isInstance)
                .isPresent();
    }

    private static Finding finding(MaskEvidence mask, LabelSource source) {
        List<Fix> fixes = mask.context()
                .analysis()
                .map(analysis -> {
                    List<EncodingStep> steps =
                            new ArrayList<>(analysis.experiment().encoding());
                    steps.addFirst(new Cast(DType.INT64));
                    return List.of(Fix.of(
                            FixKind.CAST,
                            EncodingFixes.replace(analysis.experiment(), steps),
                            new Argument.Type(DType.INT64)));
                })
                .orElse(List.of());
        return new Finding(
                FindingKind.STORED_TYPE_REFUSED,
                mask.context().wanted() == ExpectedTarget.FILE ? Severity.NOTE : Severity.ERROR,
                new Outcome.Raises(TorchException.Type.TYPE_ERROR, words(source.storedType())),
                List.of(new Argument.Code(source.storedType()), new Argument.Code(source.file())),
                MarkedCells.none(),
                fixes);
    }

    /** PyTorch's message for an array of such a type; the core has no NumPy arrays for which it could raise. */
    private static String words(String type) {
        return "can't convert np.ndarray of type numpy." + type + ". The only supported types are: float64, float32, "
                + "float16, complex64, complex128, int64, int32, int16, int8, uint8, and bool.";
    }
}
