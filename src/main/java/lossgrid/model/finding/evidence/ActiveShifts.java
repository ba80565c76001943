package lossgrid.model.finding.evidence;

import java.util.List;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Shift;
import lossgrid.model.finding.MaskContext;

/** The shifts of a document's chain that are not switched off. */
public final class ActiveShifts {
    private ActiveShifts() {}

    /** The sum of all shifts; 0 for a file. */
    static long of(MaskContext context) {
        return steps(context).stream()
                .filter(Shift.class::isInstance)
                .mapToLong(step -> ((Shift) step).by())
                .sum();
    }

    public static List<EncodingStep> steps(MaskContext context) {
        return context.analysis()
                .map(analysis -> analysis.experiment().encoding())
                .orElse(List.of());
    }
}
