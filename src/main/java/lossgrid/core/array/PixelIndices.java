package lossgrid.core.array;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Few pixels among many, counted through {@code [N, H, W]}, ascending. */
public final class PixelIndices {
    private PixelIndices() {}

    public static int[] union(int[] some, int[] others) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * The elements of the columns of {@code pixels}, ascending: in {@code [N, H, W]} these themselves, others in {@code
     * [N, C, H, W]}.
     */
    public static int[] elements(int[] pixels, Shape shape) {
        if (shape.rank() == Nchw.PIXELS_RANK) {
            return pixels;
        }
        Nchw layout = Nchw.of(shape);
        return Arrays.stream(pixels)
                .flatMap(pixel -> IntStream.range(0, layout.classes()).map(c -> layout.element(pixel, c)))
                .sorted()
                .toArray();
    }

    /** The pixels in whose columns {@code elements} lie, ascending. */
    public static int[] ofElements(int[] elements, Nchw layout) {
        return Arrays.stream(elements).map(layout::pixelOf).sorted().distinct().toArray();
    }

    /** The pixels in whose columns stored planes differ, unless they are more than {@code most}. */
    @SuppressWarnings("ReferenceEquality") // The same array holds the same numbers.
    static Optional<int[]> changed(float[][] planes, float[][] earlier, int depth, int most) {
        int[] found = new int[most];
        int count = 0;
        for (int p = 0; p < planes.length; p++) {
            float[] now = planes[p];
            float[] then = earlier[p];
            int at = now == then ? -1 : Arrays.mismatch(now, then);
            while (at >= 0) {
                if (count == most) {
                    return Optional.empty();
                }
                found[count++] = p / depth * now.length + at;
                int next = Arrays.mismatch(now, at + 1, now.length, then, at + 1, then.length);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
        return Optional.of(Arrays.stream(found, 0, count).sorted().distinct().toArray());
    }
}
