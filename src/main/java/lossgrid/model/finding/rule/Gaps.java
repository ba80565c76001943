package lossgrid.model.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Marks;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.Wanted;
import lossgrid.model.finding.evidence.Chain;
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.Outcomes;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.Tables;

/**
 * Fires when labels go beyond C although there are no more than C different ones: three at least, either as many as classes or evenly spread from 0.
 * Where all labels are classes and the document has some that do not occur between those that do, it is only noted; for a file it is not.
 */
final class Gaps implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(Mask mask) {
        return switch (mask.reading()) {
            case GAPS -> Optional.of(spread(mask));
            case RIGHT -> mask.context().wanted() == Wanted.FILE ? Optional.empty() : absent(mask);
            case OTHER, COLORS, LOGITS, BINARY, LUMA, SHIFTED_TWICE, VOID_SHIFTED, VOID, ONE_BASED, OUT_OF_RANGE ->
                Optional.empty();
        };
    }

    private static Finding spread(Mask mask) {
        double[] values = mask.facts().values(value -> !mask.context().isIgnored(value));
        Fix close = Fix.of(
                FixKind.CLOSE_GAPS,
                Chain.append(mask, new EncodingStep.Cast(DType.INT64), Tables.number(values)),
                new Argument.Value(values.length - 1));
        return new Finding(
                FindingKind.GAPS,
                Severity.ERROR,
                Outcomes.ofIndex(mask, mask.strays()[0]),
                List.of(
                        Mask.shown(values),
                        new Argument.Count(values.length),
                        new Argument.Value(mask.context().classes())),
                mask.facts().marks(mask.isStray()),
                List.of(close));
    }

    private static Optional<Finding> absent(Mask mask) {
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
                List.of(new Argument.Count(values.length), Mask.shown(values)),
                Marks.none(),
                List.of()));
    }
}
