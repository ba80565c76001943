package lossgrid.model.example;

import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.model.document.LabelSource;
import org.jspecify.annotations.Nullable;

/**
 * The layout of labels: the position of each pixel's numbers.
 *
 * @param pixels {@code [N, H, W]}
 * @param channels the number of numbers a pixel has
 * @param channelsLast whether a pixel's numbers are adjacent, as colours are
 */
record PixelLayout(Shape pixels, int channels, boolean channelsLast) {
    private static final int MOST_DIMS = 4;

    /**
     * The layout of labels of this shape, compared with logits where there are any: see {@link SpatialDims}. Rank 1 is
     * one row.
     */
    static PixelLayout of(Shape labels, @Nullable Shape logits, @Nullable LabelSource source) {
        Optional<SpatialDims> axes = SpatialDims.of(labels, logits, source);
        if (axes.isEmpty()) {
            return new PixelLayout(Shape.of(1, 1, labels.size()), 1, false);
        }
        int rows = axes.get().rows();
        int height = labels.dim(rows);
        int width = labels.dim(rows + 1);
        boolean last = rows + 2 < labels.rank();
        int batches = rows == 0 ? 1 : labels.dim(0);
        int channels = last ? labels.dim(rows + 2) : labels.rank() == MOST_DIMS ? labels.dim(1) : 1;
        return new PixelLayout(Shape.of(batches, height, width), channels, last);
    }

    /** The element of the labels that is number {@code channel} of pixel {@code pixel}. */
    int element(int pixel, int channel) {
        if (channelsLast) {
            return pixel * channels + channel;
        }
        int area = pixels.planeSize();
        return (pixel / area * channels + channel) * area + pixel % area;
    }
}
