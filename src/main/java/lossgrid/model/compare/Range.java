package lossgrid.model.compare;

import java.util.List;
import lossgrid.core.Tensor;

/**
 * The colour range of loss maps that are shown side by side.
 *
 * @param least 0, or the least finite loss if that is negative
 * @param most the largest finite loss, or 0
 */
public record Range(float least, float most) {
    /** The range of all {@code maps} together. */
    static Range of(List<Tensor> maps) {
        float least = 0;
        float most = 0;
        for (Tensor map : maps) {
            for (int i = 0; i < map.size(); i++) {
                float value = Float.isFinite(map.at(i)) ? map.at(i) : 0;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new Range(least, most);
    }
}
