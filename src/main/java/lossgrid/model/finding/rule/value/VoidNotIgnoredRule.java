package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.ClassFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.IgnoreFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when exactly one value is neither a class nor ignored, and is far from the classes: 255, less than 0, or above
 * C. When the chain shifts labels down and the value is −1 or 255, it is reported as void moved by the shift.
 */
public final class VoidNotIgnoredRule implements Rule.OfLabels {
    private static final int BYTE_VOID = 255;

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        boolean shifted = mask.valuePattern() == ValuePattern.VOID_SHIFTED;
        if (mask.valuePattern() != ValuePattern.VOID && !shifted) {
            return Optional.empty();
        }
        double value = mask.invalidValues()[0];
        List<Argument> arguments = new ArrayList<>(List.of(
                new Argument.Value(value),
                new Argument.Count(mask.facts().histogram().countOf(value)),
                new Argument.Value(mask.context().ignoreIndex())));
        if (!shifted) {
            arguments.add(new Argument.Value(mask.context().classes()));
            arguments.add(ClassFixes.assumed(mask));
        }
        List<Fix> fixes = new ArrayList<>();
        IgnoreFixes.ignore(mask, (long) value).ifPresent(fixes::add);
        if (mask.context().isAssumed()) {
            ClassFixes.upTo(mask, value).filter(_ -> value < BYTE_VOID).ifPresent(fixes::add);
        }
        fixes.add(IgnoreFixes.toIgnored(mask, value));
        return Optional.of(new Finding(
                shifted ? FindingKind.VOID_SHIFTED : FindingKind.VOID_NOT_IGNORED,
                Severity.ERROR,
                FindingOutcomes.ofIndex(mask, value),
                arguments,
                mask.facts().marks(label -> label == value),
                fixes));
    }
}
