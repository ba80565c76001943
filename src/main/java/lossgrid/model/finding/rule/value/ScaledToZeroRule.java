package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingStep;
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
import lossgrid.model.finding.evidence.IntermediateLabels;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when labels are all k/255 with k a class, not all 0, where whole ones are expected (for a binary loss: only 0
 * and 1/255); or when they are all 0 because a step of the chain, a cast or a floor division, turned other values into
 * 0.
 */
public final class ScaledToZeroRule implements Rule.OfLabels {
    private static final double SCALE = 255;
    /** The divisor, a little less than 1/255, so that rounding down never gives the class below. */
    private static final double INVERSE = 1 / (SCALE + 0.5);

    private static final double TOLERANCE = 1e-4;

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        return scaled(mask).or(() -> mask.context().analysis().flatMap(analysis -> truncated(mask, analysis)));
    }

    private static Optional<Finding> scaled(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        Histogram histogram = facts.histogram();
        boolean possible = facts.dtype().isFloatingPoint()
                && mask.context().wanted() != ExpectedTarget.DISTRIBUTION
                && histogram.isComplete()
                && histogram.least() >= 0
                && histogram.greatest() > 0
                && histogram.greatest() < 1;
        if (!possible || facts.values(value -> !isScaledClass(mask, value)).length > 0) {
            return Optional.empty();
        }
        Fix undo = Fix.of(
                FixKind.UNDO_SCALING, EncodingFixes.append(mask, new Divide(INVERSE, true), new Cast(DType.INT64)));
        return Optional.of(finding(facts, Severity.ERROR, undo));
    }

    private static boolean isScaledClass(MaskEvidence mask, double value) {
        double k = value * SCALE;
        return Math.abs(k - Math.rint(k)) < TOLERANCE && mask.context().isClass(Math.rint(k));
    }

    private static Optional<Finding> truncated(MaskEvidence mask, Analysis analysis) {
        Histogram histogram = mask.facts().histogram();
        if (histogram.size() != 1 || histogram.value(0) != 0) {
            return Optional.empty();
        }
        List<EncodingStep> steps = analysis.experiment().encoding();
        for (int i = 0; i < EncodingFixes.computed(analysis); i++) {
            LabelArray before = IntermediateLabels.before(analysis, i);
            if (makesZero(steps.get(i)) && !isZero(before) && isZero(IntermediateLabels.before(analysis, i + 1))) {
                return Optional.of(finding(MaskFacts.of(before, null), Severity.WARNING, undo(analysis, i)));
            }
        }
        return Optional.empty();
    }

    private static boolean makesZero(EncodingStep step) {
        return (step instanceof Divide(var _, boolean floor) && floor)
                || (step instanceof Cast(DType dtype) && !dtype.isFloatingPoint());
    }

    private static boolean isZero(LabelArray labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.doubleAt(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Removes the divisions, or if there are none, multiplies before the step that cuts off. */
    private static Fix undo(Analysis analysis, int at) {
        List<EncodingStep> steps = analysis.experiment().encoding();
        List<EncodingStep> bare =
                steps.stream().filter(step -> !(step instanceof Divide)).toList();
        if (bare.size() < steps.size()) {
            return Fix.of(FixKind.UNDO_SCALING, EncodingFixes.replace(analysis.experiment(), bare));
        }
        List<EncodingStep> undone = new ArrayList<>(steps);
        undone.add(at, new Divide(INVERSE, true));
        return Fix.of(FixKind.UNDO_SCALING, EncodingFixes.replace(analysis.experiment(), undone));
    }

    private static Finding finding(MaskFacts facts, Severity severity, Fix undo) {
        return new Finding(
                FindingKind.SCALED_TO_ZERO,
                severity,
                new Outcome.SilentlyWrong(),
                List.of(new Argument.Count(facts.count(value -> value != 0))),
                facts.marks(value -> value != 0),
                List.of(undo));
    }
}
