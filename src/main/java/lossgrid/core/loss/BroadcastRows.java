package lossgrid.core.loss;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lossgrid.core.array.ConstantView;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import org.jspecify.annotations.Nullable;

/** A tensor stretched to a larger shape, row by row, without a copy of that size. */
final class BroadcastRows {
    private final @Nullable Tensor tensor;
    private final Shape target;

    /** @param tensor one that broadcasts to the target; null for ones */
    BroadcastRows(@Nullable Tensor tensor, Shape target) {
        this.tensor = tensor;
        this.target = target;
    }

    boolean isOnes() {
        return tensor == null;
    }

    private int offset(int plane) {
        int offset = 0;
        int stride = 1;
        int rest = plane;
        for (int d = 0; d < target.rank(); d++) {
            int size = source(d);
            if (d >= 2) {
                offset += size == 1 ? 0 : rest % target.fromEnd(d) * stride;
                rest /= target.fromEnd(d);
            }
            stride *= size;
        }
        return offset;
    }

    private int source(int fromEnd) {
        return tensor == null ? 1 : tensor.shape().fromEnd(fromEnd);
    }

    /** The {@code count} numbers from {@code start} in plane {@code plane}. */
    void copy(int plane, int start, int count, float[] out) {
        if (tensor == null || (source(0) == 1 && source(1) == 1)) {
            Arrays.fill(out, 0, count, tensor == null ? 1f : tensor.at(offset(plane)));
            return;
        }
        int offset = offset(plane);
        int width = target.fromEnd(0);
        for (int j = 0; j < count; j++) {
            int h = source(1) == 1 ? 0 : (start + j) / width;
            int w = source(0) == 1 ? 0 : (start + j) % width;
            out[j] = tensor.at(offset + h * source(0) + w);
        }
    }

    float at(int plane, int cell) {
        float[] out = new float[1];
        copy(plane, cell, 1, out);
        return out[0];
    }

    /** The whole stretched tensor. Equal planes are the same array. */
    Tensor expanded() {
        if (tensor == null) {
            return new Tensor(new ConstantView(target, 1f));
        }
        int planeSize = target.planeSize();
        float[][] planes = new float[target.size() / planeSize][];
        Map<Integer, float[]> byOffset = new HashMap<>();
        for (int p = 0; p < planes.length; p++) {
            int plane = p;
            planes[p] = byOffset.computeIfAbsent(offset(p), _ -> {
                float[] out = new float[planeSize];
                copy(plane, 0, planeSize, out);
                return out;
            });
        }
        return new Tensor(target, planes);
    }
}
