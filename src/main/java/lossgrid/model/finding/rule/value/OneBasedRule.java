package lossgrid.model.finding.rule.value;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Shift;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Relabel;
import lossgrid.model.finding.evidence.RemapTables;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/** Fires when C is the only label that is not a class, and no label is 0. */
public final class OneBasedRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.ONE_BASED) {
            return Optional.empty();
        }
        double last = mask.invalidValues()[0];
        double[] classes = mask.facts().values(value -> !mask.context().isIgnored(value));
        return Optional.of(new Finding(
                FindingKind.ONE_BASED,
                Severity.ERROR,
                FindingOutcomes.ofIndex(mask, last),
                List.of(
                        new Argument.Value(last),
                        new Argument.Count(mask.facts().histogram().countOf(last)),
                        new Argument.Value(classes[0])),
                mask.facts().marks(value -> value == last),
                List.of(Fix.of(FixKind.SUBTRACT_ONE, subtract(mask, classes)))));
    }

    /** A shift, or a table if a shift would move void too or make a class of it. */
    private static List<Edit> subtract(MaskEvidence mask, double... classes) {
        boolean hasVoid = classes.length < mask.facts().histogram().size();
        boolean isFree = mask.context().ignoreIndex() != classes[0] - 1;
        return hasVoid || !isFree
                ? Relabel.classes(mask, RemapTables.shift(classes, -1).table())
                : List.of(EncodingFixes.append(mask, new Cast(DType.INT64), new Shift(-1)));
    }
}
