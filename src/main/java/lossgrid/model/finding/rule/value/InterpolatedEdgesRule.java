package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Shift;
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
import lossgrid.model.finding.evidence.BlurredBorders;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.IgnoreFixes;
import lossgrid.model.finding.evidence.IntermediateLabels;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when values between others occur only along edges: in a binary mask not stored as 0 and 1; or fractions where
 * indices are expected, even if a cast in the chain has cut them off. Only notes what may be intended: soft edges of a
 * binary target; and classes, at least three of them, that occur only between a lower and a higher one.
 */
public final class InterpolatedEdgesRule implements Rule.OfLabels {
    private static final double MOST_BETWEEN = 0.5;
    private static final double FEW_BETWEEN = 0.2;
    private static final int LEAST_PIXELS = 64;
    private static final int LEAST_VALUES = 3;
    private static final DoublePredicate FRACTION = value -> value != Math.rint(value);

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        return switch (mask.valuePattern()) {
            case BINARY -> aroundObject(mask);
            case RIGHT -> cutOff(mask).or(() -> classesBetween(mask));
            case OTHER -> fractions(mask).or(() -> cutOff(mask));
            case COLORS, LOGITS, LUMA, SHIFTED_TWICE, VOID_SHIFTED, VOID, ONE_BASED, GAPS, OUT_OF_RANGE -> cutOff(mask);
        };
    }

    private static Optional<Finding> aroundObject(MaskEvidence mask) {
        double object = mask.facts().histogram().greatest();
        DoublePredicate between = value -> value > 0 && value < object;
        if (mask.facts().values(between).length == 0) {
            return Optional.empty();
        }
        double half = Math.floor(object / 2);
        Fix threshold =
                Fix.of(FixKind.THRESHOLD, EncodingFixes.append(mask, new Threshold(half)), new Argument.Value(half));
        return Optional.of(finding(mask.facts(), Severity.WARNING, between, threshold));
    }

    private static Optional<Finding> fractions(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        ExpectedTarget wanted = mask.context().wanted();
        if (!facts.dtype().isFloatingPoint() || wanted == ExpectedTarget.DISTRIBUTION || !isEdge(facts)) {
            return Optional.empty();
        }
        return Optional.of(
                wanted == ExpectedTarget.BINARY
                        ? finding(facts, Severity.NOTE, FRACTION, half(mask))
                        : finding(facts, Severity.WARNING, FRACTION, nearest(mask)));
    }

    /** The finding for fractions that a cast to an integer type has cut off. */
    private static Optional<Finding> cutOff(MaskEvidence mask) {
        return mask.context().analysis().flatMap(analysis -> {
            int cast = lossyCast(analysis);
            if (cast < 0) {
                return Optional.empty();
            }
            LabelArray before = IntermediateLabels.before(analysis, cast);
            MaskFacts facts = MaskFacts.of(before, null);
            if (!isEdge(facts) || before.size() != mask.facts().shape().size()) {
                return Optional.empty();
            }
            List<EncodingStep> steps = analysis.experiment().encoding();
            List<EncodingStep> rounded = new ArrayList<>(steps.subList(0, cast));
            rounded.addAll(rounding(facts));
            rounded.addAll(steps.subList(cast, steps.size()));
            Fix round = Fix.of(FixKind.ROUND, EncodingFixes.replace(analysis.experiment(), rounded));
            return Optional.of(finding(facts, Severity.WARNING, FRACTION, round));
        });
    }

    private static int lossyCast(Analysis analysis) {
        List<EncodingStep> steps = analysis.experiment().encoding();
        for (int i = 0; i < EncodingFixes.computed(analysis); i++) {
            boolean toWhole =
                    steps.get(i) instanceof Cast(DType dtype) && !dtype.isFloatingPoint() && dtype != DType.BOOL;
            if (toWhole && IntermediateLabels.before(analysis, i).dtype().isFloatingPoint()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether some values are fractions that occur only along edges, and there are at least two whole ones. */
    private static boolean isEdge(MaskFacts facts) {
        Histogram histogram = facts.histogram();
        long fractions = histogram.isComplete() ? facts.count(FRACTION) : 0;
        return fractions > 0
                && histogram.nans() == 0
                && Double.isFinite(histogram.greatest() - histogram.least())
                && fractions <= MOST_BETWEEN * histogram.total()
                && facts.values(FRACTION.negate()).length >= 2
                && facts.shape().rank() >= 2
                && BlurredBorders.holdAll(facts.labels(), FRACTION);
    }

    /** The finding for classes that occur only between others; a guess, since thin classes look the same. */
    private static Optional<Finding> classesBetween(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        Histogram histogram = facts.histogram();
        if (histogram.total() < LEAST_PIXELS || histogram.size() < LEAST_VALUES + 2) {
            return Optional.empty();
        }
        double least = histogram.least();
        double greatest = facts.values(mask.context()::isClass)[facts.values(mask.context()::isClass).length - 1];
        DoublePredicate between = value -> value > least && value < greatest;
        boolean few = facts.count(between) <= FEW_BETWEEN * histogram.total();
        return few
                        && least >= 0
                        && facts.values(between).length >= LEAST_VALUES
                        && BlurredBorders.holdAll(facts.labels(), between)
                ? Optional.of(finding(facts, Severity.NOTE, between, ignored(mask, between)))
                : Optional.empty();
    }

    private static Finding finding(MaskFacts facts, Severity severity, DoublePredicate between, Fix fix) {
        double[] values = facts.values(between);
        return new Finding(
                FindingKind.INTERPOLATED_EDGES,
                severity,
                severity == Severity.NOTE ? new Outcome.Harmless() : new Outcome.SilentlyWrong(),
                List.of(
                        new Argument.Count(facts.count(between)),
                        new Argument.Value(values[0]),
                        new Argument.Value(values[values.length - 1])),
                facts.marks(between),
                List.of(fix));
    }

    private static Fix half(MaskEvidence mask) {
        double half = mask.facts().histogram().greatest() / 2;
        return Fix.of(FixKind.THRESHOLD, EncodingFixes.append(mask, new Threshold(half)), new Argument.Value(half));
    }

    private static Fix nearest(MaskEvidence mask) {
        EncodingStep[] steps = rounding(mask.facts()).toArray(EncodingStep[]::new);
        return mask.facts().histogram().least() == 0 && mask.facts().values(FRACTION.negate()).length == 2
                ? half(mask)
                : Fix.of(FixKind.ROUND, EncodingFixes.append(mask, steps));
    }

    /** {@code floor((floor(2 y) + 1) / 2)}: y rounded, with existing kinds of steps. */
    private static List<EncodingStep> rounding(MaskFacts facts) {
        return facts.dtype().isFloatingPoint()
                ? List.of(new Divide(0.5, true), new Shift(1), new Divide(2, true))
                : List.of();
    }

    private static Fix ignored(MaskEvidence mask, DoublePredicate between) {
        Fix toIgnored = IgnoreFixes.toIgnored(mask, mask.facts().values(between));
        return Fix.of(FixKind.IGNORE_BETWEEN, toIgnored.edits());
    }
}
