package lossgrid.model.compare;

import lossgrid.core.array.Tensor;

/**
 * Left minus right, pixel by pixel: by how much the user's code exceeds the right loss.
 *
 * @param values {@code [N, H, W]}; 0 for two NaN or the same infinity, NaN where one side alone is NaN
 * @param largest the difference farthest from 0; NaN comes before the infinities, and these before all numbers
 * @param at the first pixel with it
 * @param differing the number of pixels that differ
 * @param sum Σ|Δ| of the differences that are finite
 * @param nonFinite the number of differences that are NaN or infinite, and therefore not in {@code sum}
 * @param reach the largest finite |Δ|: the colour range is −reach…reach
 */
public record LossDifference(
        Tensor values, float largest, Pixel at, int differing, double sum, int nonFinite, float reach) {
    /** The difference of two maps of the same shape, not empty. */
    static LossDifference of(Tensor left, Tensor right) {
        Tensor values = Tensor.generate(left.shape(), i -> between(left.at(i), right.at(i)));
        int at = 0;
        int differing = 0;
        int nonFinite = 0;
        double sum = 0;
        float reach = 0;
        for (int i = 0; i < values.size(); i++) {
            float value = values.at(i);
            at = Float.compare(Math.abs(value), Math.abs(values.at(at))) > 0 ? i : at;
            differing += value == 0 ? 0 : 1;
            if (Float.isFinite(value)) {
                sum += Math.abs((double) value);
                reach = Math.max(reach, Math.abs(value));
            } else {
                nonFinite++;
            }
        }
        return new LossDifference(
                values, values.at(at), Pixel.of(values.shape(), at), differing, sum, nonFinite, reach);
    }

    /** {@code left − right}; 0 for two NaN or the same infinity. */
    static float between(float left, float right) {
        return Float.compare(left, right) == 0 ? 0 : left - right;
    }

    /** Whether no pixel differs. */
    public boolean isNone() {
        return differing == 0;
    }
}
