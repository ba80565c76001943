package lossgrid.core.array;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Few pixels among many, counted through {@code [N, H, W]}, ascending; among them those that have changed. */
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

    /**
     * The elements of {@code now} that differ from {@code earlier}'s, ascending; none for other types or shapes, or
     * where they are more than {@code most}.
     */
    @SuppressWarnings("ReferenceEquality") // The same storage holds the same numbers.
    public static Optional<int[]> changed(LabelArray now, LabelArray earlier, int most) {
        if (now.dtype() != earlier.dtype()
                || !now.shape().equals(earlier.shape())
                || now.chunkSize() != earlier.chunkSize()) {
            return Optional.empty();
        }
        int[] found = new int[most];
        int count = 0;
        for (int c = 0; c < now.chunks().length; c++) {
            Storage chunk = now.chunks()[c];
            Storage then = earlier.chunks()[c];
            int at = chunk == then ? -1 : chunk.mismatch(then, 0);
            while (at >= 0) {
                if (count == most) {
                    return Optional.empty();
                }
                found[count++] = c * now.chunkSize() + at;
                at = chunk.mismatch(then, at + 1);
            }
        }
        return Optional.of(Arrays.copyOf(found, count));
    }

    /**
     * The pixels outside whose columns no element of {@code now} differs from {@code earlier}'s, ascending; empty where
     * finding them takes long, or where they are more than {@code most}. Only for the ranks 3 and 4.
     */
    @SuppressWarnings("ReferenceEquality") // Of the storage that patches lie over.
    public static Optional<int[]> changed(Tensor now, Tensor earlier, int most) {
        Shape shape = now.shape();
        boolean isGrid = shape.rank() == Nchw.PIXELS_RANK || shape.rank() == Nchw.RANK;
        if (!isGrid || !shape.equals(earlier.shape())) {
            return Optional.empty();
        }
        if (now.view() == null && earlier.view() == null) {
            return changed(now.storedPlanes(), earlier.storedPlanes(), Nchw.depth(shape), most);
        }
        if (now.view() instanceof OneHotView(var _, var index, long masked)
                && earlier.view() instanceof OneHotView(var _, var earlierIndex, long earlierMasked)) {
            return masked == earlierMasked ? changed(index, earlierIndex, most) : Optional.empty();
        }
        if (storage(now) != storage(earlier) || now.view() instanceof OneHotView) {
            return Optional.empty();
        }
        return Optional.of(PatchedView.changed(patches(now), patches(earlier))).filter(pixels -> pixels.length <= most);
    }

    /** The tensor whose planes this one reads where it has none of its own. */
    private static Tensor storage(Tensor tensor) {
        return tensor.view() instanceof PatchedView patched ? patched.base() : tensor;
    }

    private static @Nullable PatchedView patches(Tensor tensor) {
        return tensor.view() instanceof PatchedView patched ? patched : null;
    }

    /** The pixels in whose columns stored planes differ, unless they are more than {@code most}. */
    @SuppressWarnings("ReferenceEquality") // The same array holds the same numbers.
    private static Optional<int[]> changed(float[][] planes, float[][] earlier, int depth, int most) {
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
