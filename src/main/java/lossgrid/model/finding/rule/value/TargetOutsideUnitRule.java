package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import lossgrid.core.array.DType;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/** Fires when a binary loss gets targets below 0 or above 1, except in a binary mask that is not stored as 0 and 1. */
public final class TargetOutsideUnitRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        double least = facts.histogram().least();
        double greatest = facts.histogram().greatest();
        boolean fits = mask.context()
                .analysis()
                .filter(analysis ->
                        facts.shape().equals(analysis.experiment().logits().shape()))
                .isPresent();
        if (mask.context().wanted() != ExpectedTarget.BINARY
                || mask.valuePattern() != ValuePattern.OTHER
                || !(least < 0 || greatest > 1)
                || (!fits
                        && greatest
                                < mask.context()
                                        .analysis()
                                        .map(a -> a.experiment().channels())
                                        .orElse(0))) {
            return Optional.empty();
        }
        DoublePredicate outside = value -> value < 0 || value > 1;
        return Optional.of(new Finding(
                FindingKind.TARGET_OUTSIDE_UNIT,
                Severity.ERROR,
                new Outcome.SilentlyWrong(),
                List.of(
                        new Argument.Count(facts.count(outside)),
                        new Argument.Value(least),
                        new Argument.Value(greatest)),
                facts.marks(outside),
                fixes(mask, facts.values(outside))));
    }

    private static List<Fix> fixes(MaskEvidence mask, double... outside) {
        List<Fix> out = new ArrayList<>();
        double greatest = mask.facts().histogram().greatest();
        if (outside.length == 1 && mask.facts().isWhole()) {
            Remap toZero = new Remap(List.of(new Remap.Entry((long) outside[0], 0)), null);
            out.add(Fix.of(
                    FixKind.VALUE_TO_ZERO,
                    EncodingFixes.append(mask, new Cast(DType.INT64), toZero),
                    new Argument.Value(outside[0])));
        }
        if (mask.facts().histogram().least() >= 0 && Double.isFinite(greatest)) {
            out.add(Fix.of(
                    FixKind.DIVIDE,
                    EncodingFixes.append(mask, new Divide(greatest, false)),
                    new Argument.Value(greatest)));
        }
        out.add(Fix.of(FixKind.THRESHOLD, EncodingFixes.append(mask, new Threshold(0)), new Argument.Value(0)));
        return out;
    }
}
