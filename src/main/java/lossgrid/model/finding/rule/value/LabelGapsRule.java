package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Relabel;
import lossgrid.model.finding.evidence.RemapTables;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when labels exceed C although there are at most C different ones: three or more, either as many as classes or
 * evenly spread from 0. In a document whose labels are all classes, missing ones between those that occur are only
 * noted.
 */
public final class LabelGapsRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        return switch (mask.valuePattern()) {
            case GAPS -> Optional.of(spread(mask));
            case RIGHT -> mask.context().wanted() == ExpectedTarget.FILE ? Optional.empty() : absent(mask);
            case OTHER, COLORS, LOGITS, BINARY, LUMA, SHIFTED_TWICE, VOID_SHIFTED, VOID, ONE_BASED, OUT_OF_RANGE ->
                Optional.empty();
        };
    }

    private static Finding spread(MaskEvidence mask) {
        double[] values = mask.facts().values(value -> !mask.context().isIgnored(value));
        Fix close = Fix.of(
                FixKind.CLOSE_GAPS,
                Relabel.classes(mask, RemapTables.number(values).table()),
                new Argument.Value(values.length - 1));
        return new Finding(
                FindingKind.GAPS,
                Severity.ERROR,
                FindingOutcomes.ofIndex(mask, mask.invalidValues()[0]),
                List.of(
                        MaskEvidence.shown(values),
                        new Argument.Count(values.length),
                        new Argument.Value(mask.context().classes())),
                mask.facts().marks(mask.isInvalid()),
                List.of(close));
    }

    private static Optional<Finding> absent(MaskEvidence mask) {
        double[] present = mask.facts().values(mask.context()::isClass);
        List<Double> missing = new ArrayList<>();
        for (int i = 1; i < present.length; i++) {
            for (double value = present[i - 1] + 1; value < present[i]; value++) {
                missing.add(value);
            }
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        double[] values = missing.stream().mapToDouble(Double::doubleValue).toArray();
        return Optional.of(new Finding(
                FindingKind.CLASSES_ABSENT,
                Severity.NOTE,
                new Outcome.Harmless(),
                List.of(new Argument.Count(values.length), MaskEvidence.shown(values)),
                MarkedCells.none(),
                List.of()));
    }
}
