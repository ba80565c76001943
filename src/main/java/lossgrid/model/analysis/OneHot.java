package lossgrid.model.analysis;

import lossgrid.core.array.Tensor;

/**
 * The target as a number for each class and pixel.
 *
 * @param values {@code [N, C, H, W]}; for one channel {@code [N, 2, H, W]}, the pair y and 1 − y
 */
public record OneHot(Tensor values, Origin origin) {
    /** The origin of the numbers. */
    public enum Origin {
        /** {@code zeros_like(x).scatter_(1, y.unsqueeze(1), 1.)}. */
        SCATTER,
        /** The same with ignored pixels masked, since {@code scatter_} itself would reject them. */
        SCATTER_MASKED,
        /** {@code cat([y, 1 - y], dim=1)}. */
        PAIR,
        /** The target has a number for each class already. */
        TARGET
    }
}
