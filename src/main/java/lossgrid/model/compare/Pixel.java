package lossgrid.model.compare;

import lossgrid.core.array.Shape;

/** A pixel of a batch, counted from 0. */
public record Pixel(int n, int h, int w) {
    /** The pixel that is element {@code i}, in row-major order, of a map {@code [N, H, W]}. */
    static Pixel of(Shape map, int i) {
        int width = map.dim(2);
        int height = map.dim(1);
        return new Pixel(i / width / height, i / width % height, i % width);
    }
}
