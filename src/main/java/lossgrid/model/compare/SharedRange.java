package lossgrid.model.compare;

import java.util.List;
import lossgrid.core.array.Tensor;

/**
 * The common colour range of loss maps shown side by side.
 *
 * @param least 0, or the least finite loss if that is negative
 * @param most the largest finite loss, or 0
 */
public record SharedRange(float least, float most) {
    /** The range of all {@code maps} together. */
    static SharedRange of(List<Tensor> maps) {
        float least = 0;
        float most = 0;
        for (Tensor map : maps) {
            float[] plane = new float[map.shape().planeSize()];
            for (int p = 0; p < map.planeCount(); p++) {
                map.copy(p, 0, plane, plane.length);
                for (float number : plane) {
                    float value = Float.isFinite(number) ? number : 0;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        return new SharedRange(least, most);
    }
}
