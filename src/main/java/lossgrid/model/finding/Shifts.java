package lossgrid.model.finding;

import java.util.List;
import lossgrid.model.EncodingStep;

/** The shifts of a document's chain that are not switched off. */
final class Shifts {
    private Shifts() {}

    /** The sum of all shifts; 0 for a file. */
    static long of(MaskContext context) {
        return steps(context).stream()
                .filter(EncodingStep.Shift.class::isInstance)
                .mapToLong(step -> ((EncodingStep.Shift) step).by())
                .sum();
    }

    static List<EncodingStep> steps(MaskContext context) {
        return context.analysis()
                .map(analysis -> analysis.experiment().encoding())
                .orElse(List.of());
    }
}
