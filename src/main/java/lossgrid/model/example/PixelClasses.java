package lossgrid.model.example;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.LabelSource;
import org.jspecify.annotations.Nullable;

/**
 * The probable class of each pixel in raw labels. A whole number below the number of classes is the class; any other
 * value is the class of its rank among all values, modulo the number of classes. Adjacent numbers are a colour, whose
 * class is its rank among all colours; of several planes, the one with the largest number is the class. Immutable.
 */
final class PixelClasses {
    /** The class of a pixel whose label is NaN. */
    static final int NONE = -1;

    private static final int DEEPEST = 2;
    private static final int COLORS = 3;

    private final Shape shape;
    private final int[] classes;

    private PixelClasses(Shape shape, int[] classes) {
        this.shape = shape;
        this.classes = classes;
    }

    /** @param classes their number; one class and its absence are two */
    static PixelClasses of(LabelArray labels, @Nullable LabelSource source, int classes) {
        PixelLayout layout = PixelLayout.of(labels.shape(), null, source);
        int count = Math.max(classes, 2);
        int[] out = new int[layout.pixels().size()];
        if (layout.channels() == 1) {
            Ranks ranks = new Ranks(out.length);
            for (int i = 0; i < out.length; i++) {
                ranks.add(i, labels.doubleAt(i));
            }
            ranks.write(out, count, true);
        } else if (layout.channelsLast()) {
            Ranks ranks = new Ranks(out.length);
            for (int i = 0; i < out.length; i++) {
                ranks.add(i, color(labels, layout, i));
            }
            ranks.write(out, count, false);
        } else {
            Arrays.setAll(out, i -> largest(labels, layout, i) % count);
        }
        return new PixelClasses(layout.pixels(), out);
    }

    private static double color(LabelArray labels, PixelLayout layout, int pixel) {
        double color = 0;
        for (int c = 0; c < Math.min(layout.channels(), COLORS); c++) {
            color = color * (1 << Byte.SIZE) + labels.doubleAt(layout.element(pixel, c));
        }
        return color;
    }

    private static int largest(LabelArray labels, PixelLayout layout, int pixel) {
        int best = 0;
        for (int c = 1; c < layout.channels(); c++) {
            if (labels.doubleAt(layout.element(pixel, c)) > labels.doubleAt(layout.element(pixel, best))) {
                best = c;
            }
        }
        return best;
    }

    /** Numbers the different values in order of appearance, and then by size. */
    private static final class Ranks {
        private final int[] numbers;
        private final Map<Double, Integer> known = new HashMap<>();
        private double last = Double.NaN;
        private int lastNumber = NONE;

        Ranks(int pixels) {
            numbers = new int[pixels];
        }

        /** Adds a pixel's value; neighbours are mostly equal, so few values are looked up. */
        void add(int pixel, double value) {
            if (Double.isNaN(value)) {
                numbers[pixel] = NONE;
                return;
            }
            if (value != last) {
                last = value;
                lastNumber = known.computeIfAbsent(value + 0.0, _ -> known.size());
            }
            numbers[pixel] = lastNumber;
        }

        void write(int[] out, int count, boolean indicesStay) {
            double[] values = known.keySet().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            int[] classes = new int[values.length];
            for (int rank = 0; rank < values.length; rank++) {
                double value = values[rank];
                boolean index = indicesStay && value >= 0 && value < count && value == Math.rint(value);
                Integer number = known.get(value);
                if (number != null) {
                    classes[number] = index ? (int) value : rank % count;
                }
            }
            Arrays.setAll(out, i -> numbers[i] == NONE ? NONE : classes[numbers[i]]);
        }
    }

    /** {@code [N, H, W]}. */
    Shape shape() {
        return shape;
    }

    int at(int pixel) {
        return classes[pixel];
    }

    /** The distance from each pixel to one of another class, 0 for those beside one, at most {@value #DEEPEST}. */
    byte[] depths() {
        byte[] depths = new byte[classes.length];
        Arrays.fill(depths, (byte) DEEPEST);
        int height = shape.dim(1);
        int width = shape.dim(2);
        for (int i = 0; i < classes.length; i++) {
            boolean lastColumn = i % width == width - 1;
            boolean lastRow = i / width % height == height - 1;
            if (!lastColumn && classes[i] != classes[i + 1]) {
                depths[i] = 0;
                depths[i + 1] = 0;
            }
            if (!lastRow && classes[i] != classes[i + width]) {
                depths[i] = 0;
                depths[i + width] = 0;
            }
        }
        for (int i = 0; i < classes.length; i++) {
            if (depths[i] == DEEPEST && isBeside(depths, i, height, width)) {
                depths[i] = 1;
            }
        }
        return depths;
    }

    private static boolean isBeside(byte[] depths, int i, int height, int width) {
        int x = i % width;
        int y = i / width % height;
        return (x > 0 && depths[i - 1] == 0)
                || (x < width - 1 && depths[i + 1] == 0)
                || (y > 0 && depths[i - width] == 0)
                || (y < height - 1 && depths[i + width] == 0);
    }
}
