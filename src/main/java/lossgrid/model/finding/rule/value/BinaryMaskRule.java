package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingStep;
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
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.IgnoreFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when labels for two classes, or for a binary loss, are 0 and one other value from 2 on, such as 255; values
 * between them, along edges only, do not matter.
 */
public final class BinaryMaskRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.BINARY) {
            return Optional.empty();
        }
        MaskFacts facts = mask.facts();
        double object = facts.histogram().greatest();
        boolean binary = mask.context().wanted() == ExpectedTarget.BINARY;
        return Optional.of(new Finding(
                FindingKind.BINARY_MASK,
                Severity.ERROR,
                binary ? new Outcome.SilentlyWrong() : FindingOutcomes.ofIndex(mask, object),
                List.of(
                        new Argument.Count(facts.histogram().countOf(object)),
                        new Argument.Value(object),
                        new Argument.Value(mask.context().classes()),
                        new Argument.Count(binary ? 1 : mask.context().isAssumed() ? 2 : 0)),
                facts.marks(value -> value == object),
                fixes(mask, object)));
    }

    private static List<Fix> fixes(MaskEvidence mask, double object) {
        double half = Math.floor(object / 2);
        List<Fix> out = new ArrayList<>();
        out.add(Fix.of(FixKind.THRESHOLD, EncodingFixes.append(mask, new Threshold(half)), new Argument.Value(half)));
        boolean exact = mask.context().wanted() == ExpectedTarget.BINARY;
        EncodingStep divide = new Divide(object, !exact);
        out.add(Fix.of(
                FixKind.DIVIDE,
                exact ? EncodingFixes.append(mask, divide) : EncodingFixes.append(mask, divide, new Cast(DType.INT64)),
                new Argument.Value(object)));
        if (!exact) {
            IgnoreFixes.ignore(mask, (long) object).ifPresent(out::add);
        }
        return out;
    }
}
