package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.encoding.Remap;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Relabel;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when labels hold both 254 and 255, or both −2 and −1, and all other labels are classes: 0 and 1 after two
 * shifts.
 */
public final class ShiftedTwiceRule implements Rule.OfLabels {
    private static final int BYTE_VOID = 255;

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.SHIFTED_TWICE) {
            return Optional.empty();
        }
        boolean wrapped = mask.facts().histogram().contains(BYTE_VOID);
        long first = wrapped ? BYTE_VOID : -1;
        return Optional.of(new Finding(
                FindingKind.SHIFTED_TWICE,
                Severity.ERROR,
                FindingOutcomes.ofIndex(mask, first - 1.0),
                List.of(
                        MaskEvidence.shown(new double[] {first - 1, first}),
                        new Argument.Count(mask.facts().count(value -> value == first || value == first - 1))),
                mask.facts().marks(value -> value == first || value == first - 1),
                List.of(undo(mask, first))));
    }

    /** Undoes the second shift for every class, and ignores void. */
    private static Fix undo(MaskEvidence mask, long first) {
        List<Remap.Entry> table = new ArrayList<>();
        for (double value : mask.facts().values(label -> label != first - 1)) {
            table.add(new Remap.Entry((long) value, value == first ? 0 : (long) value + 1));
        }
        return Fix.of(FixKind.UNDO_SHIFT, Relabel.classes(mask, table, first - 1));
    }
}
