package lossgrid.paint;

import java.util.Random;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;

/** Seeded arrays for tests. */
final class Drawn {
    private Drawn() {}

    /** Numbers of which one in {@code oneIn} is NaN or infinite; none with 0. */
    static Tensor numbers(Random random, Shape shape, int oneIn) {
        float[] specials = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        return Tensor.generate(
                shape,
                _ -> oneIn > 0 && random.nextInt(oneIn) == 0
                        ? specials[random.nextInt(specials.length)]
                        : (float) random.nextGaussian());
    }

    /** A raster of a plane whose cells begin at the upper left corner. */
    static int[] raster(CellGrid grid, int plane, double cell, int width, int height) {
        int[] pixels = new int[width * height];
        ViewRaster.fill(
                grid,
                plane,
                PixelAxis.of(0, cell, grid.shape().width(), width),
                PixelAxis.of(0, cell, grid.shape().height(), height),
                pixels,
                width);
        return pixels;
    }
}
