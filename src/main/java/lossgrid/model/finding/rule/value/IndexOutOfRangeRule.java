package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.ClassFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.IgnoreFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Relabel;
import lossgrid.model.finding.evidence.RemapTables;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/** Fires when labels are neither a class nor ignored and no other rule explains why. */
public final class IndexOutOfRangeRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.OUT_OF_RANGE) {
            return Optional.empty();
        }
        double[] invalidValues = mask.invalidValues();
        int classes = mask.context().classes();
        return Optional.of(new Finding(
                FindingKind.INDEX_OUT_OF_RANGE,
                Severity.ERROR,
                FindingOutcomes.ofIndex(mask, invalidValues[0]),
                List.of(
                        MaskEvidence.shown(invalidValues),
                        new Argument.Count(mask.facts().count(mask.isInvalid())),
                        new Argument.Value(classes),
                        new Argument.Value(classes - 1),
                        ClassFixes.assumed(mask)),
                mask.facts().marks(mask.isInvalid()),
                fixes(mask, invalidValues)));
    }

    private static List<Fix> fixes(MaskEvidence mask, double... invalidValues) {
        List<Fix> out = new ArrayList<>();
        double greatest = invalidValues[invalidValues.length - 1];
        boolean oneTooMany =
                invalidValues.length == 1 && greatest == mask.context().classes();
        // Where void is marked already, 0 is a class.
        boolean hasVoid =
                mask.facts().histogram().contains((double) mask.context().ignoreIndex());
        if (oneTooMany && !hasVoid) {
            out.add(Fix.of(FixKind.SUBTRACT_ONE_IGNORE_ZERO, withoutZero(mask)));
        }
        if (invalidValues[0] >= 0) {
            ClassFixes.upTo(mask, greatest).ifPresent(out::add);
        }
        out.add(IgnoreFixes.toIgnored(mask, invalidValues));
        return out;
    }

    private static List<Edit> withoutZero(MaskEvidence mask) {
        double[] classes =
                mask.facts().values(label -> label != 0 && !mask.context().isIgnored(label));
        return Relabel.classes(mask, RemapTables.shift(classes, -1).table(), 0);
    }
}
