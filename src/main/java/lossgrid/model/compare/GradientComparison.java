package lossgrid.model.compare;

import java.util.OptionalDouble;
import lossgrid.core.array.Tensor;

/**
 * The gradients of both reduced losses with respect to the logits.
 *
 * @param leftNorm the root of the sum of squares over all logits; NaN or infinite as soon as one element is
 * @param cosine of the angle between both, −1…1; none where the logits differ in shape, or a norm is 0 or not finite
 */
public record GradientComparison(double leftNorm, double rightNorm, OptionalDouble cosine) {
    /** The left gradient's norm compared with the right one's. */
    public enum Strength {
        SAME,
        /** By the factor {@link #times}. */
        WEAKER,
        /** By the factor {@link #times}. */
        STRONGER,
        /** The left gradient is 0, so nothing is learned. */
        LEFT_IS_ZERO,
        RIGHT_IS_ZERO,
        BOTH_ARE_ZERO,
        /** A norm is NaN or infinite, so there is no factor. */
        NOT_FINITE
    }

    /** The relative difference from which norms count as different. */
    private static final double SAME = 1e-4;

    static GradientComparison of(Tensor left, Tensor right) {
        double leftNorm = Math.sqrt(dot(left, left));
        double rightNorm = Math.sqrt(dot(right, right));
        boolean hasAngle = left.shape().equals(right.shape()) && isPositive(leftNorm) && isPositive(rightNorm);
        return new GradientComparison(
                leftNorm,
                rightNorm,
                hasAngle
                        ? OptionalDouble.of(Math.clamp(dot(left, right) / leftNorm / rightNorm, -1.0, 1.0))
                        : OptionalDouble.empty());
    }

    private static boolean isPositive(double norm) {
        return norm > 0 && Double.isFinite(norm);
    }

    /** Reads plane by plane, since a gradient may be computed when it is read. */
    @SuppressWarnings("ReferenceEquality") // The same object need not be read twice.
    private static double dot(Tensor a, Tensor b) {
        float[] ofA = new float[a.shape().planeSize()];
        float[] ofB = a == b ? ofA : new float[ofA.length];
        double sum = 0;
        for (int p = 0; p < a.planeCount(); p++) {
            a.copy(p, 0, ofA, ofA.length);
            if (a != b) {
                b.copy(p, 0, ofB, ofB.length);
            }
            for (int i = 0; i < ofA.length; i++) {
                sum += (double) ofA[i] * ofB[i];
            }
        }
        return sum;
    }

    public Strength strength() {
        if (!Double.isFinite(leftNorm) || !Double.isFinite(rightNorm)) {
            return Strength.NOT_FINITE;
        }
        if (leftNorm == 0 || rightNorm == 0) {
            return leftNorm > 0
                    ? Strength.RIGHT_IS_ZERO
                    : rightNorm > 0 ? Strength.LEFT_IS_ZERO : Strength.BOTH_ARE_ZERO;
        }
        if (times() - 1 < SAME) {
            return Strength.SAME;
        }
        return leftNorm < rightNorm ? Strength.WEAKER : Strength.STRONGER;
    }

    /** The larger norm divided by the smaller one: 8 for a gradient that is 8 times weaker or stronger. */
    public double times() {
        return Math.max(leftNorm, rightNorm) / Math.min(leftNorm, rightNorm);
    }
}
