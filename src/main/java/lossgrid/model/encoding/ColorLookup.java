package lossgrid.model.encoding;

import java.util.Map;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;

/** Finds the class of every colour of a mask. Does what the Python function of {@link ColorsToIndices} does. */
public final class ColorLookup {
    private static final int COLORS = 3;
    private static final int COLORS_AND_ALPHA = 4;
    private static final int MOST = 255;

    private ColorLookup() {}

    /**
     * The classes of the colours in the last dimension.
     *
     * @throws TorchException {@code ValueError} when the last dimension is neither 3 nor 4
     */
    static LabelArray apply(LabelArray labels, Palette palette, long unknown) {
        Shape shape = labels.shape();
        if (!isColor(shape)) {
            throw TorchException.valueError(
                    "colours are expected in the last dimension, [..., H, W, 3] or [..., H, W, 4], but got " + shape);
        }
        int channels = shape.fromEnd(0);
        Map<Integer, Long> indices = palette.indices();
        return LabelArray.ofLongs(
                DType.INT64, shape.remove(shape.rank() - 1), new Run(labels, channels, indices, unknown)::at);
    }

    /** Whether the last dimension has the size of a colour, with alpha or without. */
    static boolean isColor(Shape shape) {
        return shape.rank() > 0 && (shape.fromEnd(0) == COLORS || shape.fromEnd(0) == COLORS_AND_ALPHA);
    }

    /** Remembers the last colour, since neighbours mostly share it. */
    private static final class Run {
        private final LabelArray labels;
        private final int channels;
        private final Map<Integer, Long> indices;
        private final long unknown;
        private int last = -1;
        private long lastIndex;

        Run(LabelArray labels, int channels, Map<Integer, Long> indices, long unknown) {
            this.labels = labels;
            this.channels = channels;
            this.indices = indices;
            this.unknown = unknown;
            this.lastIndex = unknown;
        }

        long at(int pixel) {
            int rgb = rgb(labels, pixel * channels);
            if (rgb != last) {
                last = rgb;
                lastIndex = indices.getOrDefault(rgb, unknown);
            }
            return lastIndex;
        }
    }

    /**
     * The colour from element {@code first} on as 0xrrggbb, or −1 when a component is not a whole number from 0 to 255.
     */
    public static int rgb(LabelArray labels, int first) {
        int rgb = 0;
        for (int c = 0; c < COLORS; c++) {
            double value = labels.doubleAt(first + c);
            if (!(value >= 0 && value <= MOST) || value != Math.rint(value)) {
                return -1;
            }
            rgb = (rgb << Byte.SIZE) | (int) value;
        }
        return rgb;
    }
}
