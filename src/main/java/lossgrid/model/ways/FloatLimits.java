package lossgrid.model.ways;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;

/** Finds the effects of float32 that make the ways differ. */
final class FloatLimits {
    /** The least logarithm of {@code BCELoss}. */
    private static final double MIN_LOG = -100;
    /** The q from which fewer than 14 of the 24 bits of 1 − q are left. */
    private static final float NEAR_ONE = 1 - 0x1p-10f;

    private FloatLimits() {}

    /** The reasons why these ways differ, the most specific first; at least one. */
    static List<WaysAgreement.Reason> reasons(Analysis analysis, LabelArray y, List<Way> ways) {
        Experiment experiment = analysis.experiment();
        Tensor x = experiment.logits();
        List<WaysAgreement.Reason> reasons = new ArrayList<>();
        add(reasons, WaysAgreement.Cause.NON_FINITE_LOGIT, count(x, i -> !Float.isFinite(x.at(i))));
        if (experiment.isBinary()) {
            addBinary(reasons, x, y, hasValue(ways, Way.Kind.BCE_OF_SIGMOID));
        } else {
            Tensor q = ActivationMath.softmax(x, Nchw.CLASS_DIM);
            add(
                    reasons,
                    WaysAgreement.Cause.SOFTMAX_UNDERFLOWED,
                    count(x, i -> q.at(i) == 0 && Float.isFinite(x.at(i))));
        }
        if (reasons.isEmpty()) {
            reasons.add(new WaysAgreement.Reason(WaysAgreement.Cause.ROUNDING, 0));
        }
        return reasons;
    }

    private static void addBinary(List<WaysAgreement.Reason> reasons, Tensor x, LabelArray y, boolean byBce) {
        Tensor q = ActivationMath.sigmoid(x);
        add(
                reasons,
                WaysAgreement.Cause.SIGMOID_SATURATED,
                count(x, i -> (q.at(i) == 0 || q.at(i) == 1) && Float.isFinite(x.at(i))));
        boolean sameShape = y.shape().equals(x.shape());
        if (byBce && sameShape) {
            add(
                    reasons,
                    WaysAgreement.Cause.BCE_CLAMPED,
                    count(
                            x,
                            i -> (y.doubleAt(i) != 0 && Math.log(q.at(i)) < MIN_LOG)
                                    || (y.doubleAt(i) != 1 && Math.log(1f - q.at(i)) < MIN_LOG)));
        }
        if (sameShape) {
            add(
                    reasons,
                    WaysAgreement.Cause.CANCELLATION,
                    count(x, i -> q.at(i) > NEAR_ONE && q.at(i) < 1 && y.doubleAt(i) != 1));
        }
    }

    private static boolean hasValue(List<Way> ways, Way.Kind kind) {
        return ways.stream().anyMatch(way -> way.kind() == kind && way.outcome() instanceof Way.Outcome.Value);
    }

    private static int count(Tensor x, IntPredicate cells) {
        int count = 0;
        for (int i = 0; i < x.size(); i++) {
            count += cells.test(i) ? 1 : 0;
        }
        return count;
    }

    private static void add(List<WaysAgreement.Reason> reasons, WaysAgreement.Cause cause, int cells) {
        if (cells > 0) {
            reasons.add(new WaysAgreement.Reason(cause, cells));
        }
    }
}
