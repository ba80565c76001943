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
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.Wanted;
import lossgrid.model.finding.evidence.Chain;
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.Outcomes;
import lossgrid.model.finding.evidence.Reading;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.Voids;

/**
 * Fires when labels for two classes, or for a binary loss, are 0 and one other value from 2 on, such as 255; values between along edges alone do not
 * keep it from firing.
 */
final class BinaryMask implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(Mask mask) {
        if (mask.reading() != Reading.BINARY) {
            return Optional.empty();
        }
        MaskFacts facts = mask.facts();
        double object = facts.histogram().greatest();
        boolean binary = mask.context().wanted() == Wanted.BINARY;
        return Optional.of(new Finding(
                FindingKind.BINARY_MASK,
                Severity.ERROR,
                binary ? new Outcome.SilentlyWrong() : Outcomes.ofIndex(mask, object),
                List.of(
                        new Argument.Count(facts.histogram().countOf(object)),
                        new Argument.Value(object),
                        new Argument.Value(mask.context().classes()),
                        new Argument.Count(binary ? 1 : 0)),
                facts.marks(value -> value == object),
                fixes(mask, object)));
    }

    private static List<Fix> fixes(Mask mask, double object) {
        double half = Math.floor(object / 2);
        List<Fix> out = new ArrayList<>();
        out.add(Fix.of(
                FixKind.THRESHOLD, Chain.append(mask, new EncodingStep.Threshold(half)), new Argument.Value(half)));
        boolean exact = mask.context().wanted() == Wanted.BINARY;
        EncodingStep divide = new EncodingStep.Divide(object, !exact);
        out.add(Fix.of(
                FixKind.DIVIDE,
                exact ? Chain.append(mask, divide) : Chain.append(mask, divide, new EncodingStep.Cast(DType.INT64)),
                new Argument.Value(object)));
        if (!exact) {
            Voids.ignore(mask, (long) object).ifPresent(out::add);
        }
        return out;
    }
}
