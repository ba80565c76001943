package lossgrid.model.example;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.LabelSource;
import org.jspecify.annotations.Nullable;

/**
 * Example logits for labels that come without any, as from a network that has learned these labels fairly well:
 * confident inside regions and uncertain along borders. Equal labels, classes and seeds give equal logits.
 */
public final class ExampleLogits {
    /** The most logits that are made: 2^27, which is 512 MiB. */
    public static final long MOST_ELEMENTS = 1L << 27;

    /**
     * The margin of the label's class above the others, by the distance to the nearest border, 0 for pixels beside it.
     */
    private static final float[] MARGIN = {0.7f, 1.8f, 3.2f};
    /** The strength of the noise, by the same distance. */
    private static final float[] NOISE = {1.3f, 1f, 0.7f};
    /** The part of the margin by which the label's class is raised; the rest lowers the others. */
    private static final float RAISED = 0.6f;

    private static final float HUNDREDTHS = 100;

    private ExampleLogits() {}

    /** As {@link #logits(LabelArray, LabelSource, int, long)} for labels without a source. */
    public static Tensor logits(LabelArray labels, int classes, long seed) {
        return logits(labels, null, classes, seed);
    }

    /**
     * Logits {@code [N, classes, H, W]} of the size of the labels; see {@link PixelClasses} for a pixel's class. With
     * one class the logits are above 0 where that class is not 0.
     *
     * @throws IllegalArgumentException for fewer than one class, labels without pixels, or more than {@link
     *     #MOST_ELEMENTS} logits
     */
    public static Tensor logits(LabelArray labels, @Nullable LabelSource source, int classes, long seed) {
        if (!isAffordable(labels, source, classes)) {
            throw new IllegalArgumentException("no logits of " + classes + " classes for labels " + labels.shape());
        }
        PixelClasses pixels = PixelClasses.of(labels, source, classes);
        Shape shape = pixels.shape().insert(Nchw.CLASS_DIM, classes);
        return Tensor.generate(shape, new Writer(pixels, classes, seed)::at);
    }

    /** Writes the logits row by row. */
    private static final class Writer {
        private final PixelClasses pixels;
        private final byte[] depths;
        private final int classes;
        private final long seed;
        private final int width;
        private final int height;
        private int row = -1;
        private int firstPixel;
        private int logitClass;
        private Noise noise;

        Writer(PixelClasses pixels, int classes, long seed) {
            this.pixels = pixels;
            this.depths = pixels.depths();
            this.classes = classes;
            this.seed = seed;
            this.height = pixels.shape().dim(1);
            this.width = pixels.shape().dim(2);
            this.noise = new Noise(seed, 0, 0);
        }

        float at(int i) {
            int x = i % width;
            if (i / width != row) {
                start(i / width);
            }
            int pixel = firstPixel + x;
            int pixelClass = pixels.at(pixel);
            float toward = classes == 1 ? binary(pixelClass) : categorical(pixelClass, logitClass);
            int depth = depths[pixel];
            return Math.round((toward * MARGIN[depth] + NOISE[depth] * noise.at(x)) * HUNDREDTHS) / HUNDREDTHS;
        }

        private void start(int newRow) {
            row = newRow;
            int plane = row / height;
            logitClass = plane % classes;
            firstPixel = (plane / classes * height + row % height) * width;
            noise = new Noise(seed, plane, row % height);
        }
    }

    private static float binary(int pixelClass) {
        return pixelClass == PixelClasses.NONE ? 0 : pixelClass > 0 ? 1 : -1;
    }

    private static float categorical(int pixelClass, int logitClass) {
        return pixelClass == PixelClasses.NONE ? 0 : pixelClass == logitClass ? RAISED : RAISED - 1;
    }

    /** Whether logits of this many classes can be made for the labels. */
    public static boolean isAffordable(LabelArray labels, @Nullable LabelSource source, int classes) {
        long pixels = PixelLayout.of(labels.shape(), null, source).pixels().size();
        return classes >= 1 && pixels >= 1 && pixels <= MOST_ELEMENTS / classes;
    }

    /** Whether logits have a pixel for each of the labels: the same N, H and W. */
    public static boolean fit(Tensor logits, LabelArray labels, @Nullable LabelSource source) {
        return logits.shape()
                .remove(Nchw.CLASS_DIM)
                .equals(PixelLayout.of(labels.shape(), logits.shape(), source).pixels());
    }
}
