package lossgrid.model.ways;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Activations;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;

/** Looks for what float32 does to the ways where they part. */
final class Limits {
    private static final int CLASS_DIM = 1;
    /** The least logarithm of {@code BCELoss}. */
    private static final double MIN_LOG = -100;
    /** From here on fewer than 14 of the 24 bits of 1 − q are left. */
    private static final float NEAR_ONE = 1 - 0x1p-10f;

    private Limits() {}

    /** Why these ways part, the most telling reasons first; at least one. */
    static List<Ways.Reason> reasons(Analysis analysis, LabelArray y, List<Way> ways) {
        Experiment experiment = analysis.experiment();
        Tensor x = experiment.logits();
        List<Ways.Reason> reasons = new ArrayList<>();
        add(reasons, Ways.Cause.NON_FINITE_LOGIT, count(x, i -> !Float.isFinite(x.at(i))));
        if (experiment.isBinary()) {
            addBinary(reasons, x, y, hasValue(ways, Way.Kind.BCE_OF_SIGMOID));
        } else {
            Tensor q = Activations.softmax(x, CLASS_DIM);
            add(reasons, Ways.Cause.SOFTMAX_UNDERFLOWED, count(x, i -> q.at(i) == 0 && Float.isFinite(x.at(i))));
        }
        if (reasons.isEmpty()) {
            reasons.add(new Ways.Reason(Ways.Cause.ROUNDING, 0));
        }
        return reasons;
    }

    private static void addBinary(List<Ways.Reason> reasons, Tensor x, LabelArray y, boolean byBce) {
        Tensor q = Activations.sigmoid(x);
        add(
                reasons,
                Ways.Cause.SIGMOID_SATURATED,
                count(x, i -> (q.at(i) == 0 || q.at(i) == 1) && Float.isFinite(x.at(i))));
        boolean sameShape = y.shape().equals(x.shape());
        if (byBce && sameShape) {
            add(
                    reasons,
                    Ways.Cause.BCE_CLAMPED,
                    count(
                            x,
                            i -> (y.doubleAt(i) != 0 && Math.log(q.at(i)) < MIN_LOG)
                                    || (y.doubleAt(i) != 1 && Math.log(1f - q.at(i)) < MIN_LOG)));
        }
        if (sameShape) {
            add(
                    reasons,
                    Ways.Cause.CANCELLATION,
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

    private static void add(List<Ways.Reason> reasons, Ways.Cause cause, int cells) {
        if (cells > 0) {
            reasons.add(new Ways.Reason(cause, cells));
        }
    }
}
