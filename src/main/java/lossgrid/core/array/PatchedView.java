package lossgrid.core.array;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that differs from another in the columns of a few pixels.
 *
 * @param base stored in planes
 * @param pixels ascending, counted through {@code [N, H, W]}
 * @param columns the replacement for each pixel's column: an element for each of the {@link Nchw#depth} planes of its
 *     image
 */
@SuppressWarnings("ArrayRecordComponent")
public // Neither is handed out.
record PatchedView(Tensor base, int[] pixels, float[][] columns) implements TensorView {
    @Override
    public Shape shape() {
        return base.shape();
    }

    private int firstPixel(int plane) {
        return shape().element(plane / Nchw.depth(shape()), 0);
    }

    @Override
    public float at(int plane, int cell) {
        int patch = Arrays.binarySearch(pixels, firstPixel(plane) + cell);
        return patch < 0 ? base.inPlane(plane, cell) : columns[patch][plane % Nchw.depth(shape())];
    }

    @Override
    public void copy(int plane, int cell, float[] out, int count) {
        base.copy(plane, cell, out, count);
        int first = firstPixel(plane) + cell;
        int found = Arrays.binarySearch(pixels, first);
        for (int i = found < 0 ? -found - 1 : found; i < pixels.length && pixels[i] < first + count; i++) {
            out[pixels[i] - first] = columns[i][plane % Nchw.depth(shape())];
        }
    }

    @Override
    public void take(int plane, int cell, int[] offsets, float[] out) {
        base.take(plane, cell, offsets, out);
        int first = firstPixel(plane) + cell;
        int beyond = first + (offsets.length == 0 ? 0 : offsets[offsets.length - 1] + 1);
        int found = Arrays.binarySearch(pixels, first);
        for (int i = found < 0 ? -found - 1 : found; i < pixels.length && pixels[i] < beyond; i++) {
            int place = Arrays.binarySearch(offsets, pixels[i] - first);
            if (place >= 0) {
                put(columns[i][plane % Nchw.depth(shape())], offsets, place, out);
            }
        }
    }

    /** Writes an element for every offset that equals the one at {@code place}. */
    private static void put(float element, int[] offsets, int place, float[] out) {
        int from = place;
        while (from > 0 && offsets[from - 1] == offsets[place]) {
            from--;
        }
        for (int i = from; i < offsets.length && offsets[i] == offsets[place]; i++) {
            out[i] = element;
        }
    }

    /** The pixels at which two views of the same base have different column arrays; null is the base itself. */
    @SuppressWarnings("ReferenceEquality") // A column that was not computed again is the same array.
    static int[] changed(@Nullable PatchedView now, @Nullable PatchedView then) {
        return Arrays.stream(PixelIndices.union(pixels(now), pixels(then)))
                .filter(pixel -> column(now, pixel) != column(then, pixel))
                .toArray();
    }

    private static int[] pixels(@Nullable PatchedView view) {
        return view == null ? new int[0] : view.pixels;
    }

    private static float @Nullable [] column(@Nullable PatchedView view, int pixel) {
        int patch = view == null ? -1 : Arrays.binarySearch(view.pixels, pixel);
        return view == null || patch < 0 ? null : view.columns[patch];
    }

    /** This view with the columns of more pixels replaced, which ascend as well. */
    PatchedView with(int[] more, float[][] theirs) {
        int[] merged = PixelIndices.union(pixels, more);
        float[][] out = new float[merged.length][];
        for (int i = 0; i < merged.length; i++) {
            int newer = Arrays.binarySearch(more, merged[i]);
            out[i] = newer >= 0 ? theirs[newer] : columns[Arrays.binarySearch(pixels, merged[i])];
        }
        return new PatchedView(base, merged, out);
    }
}
