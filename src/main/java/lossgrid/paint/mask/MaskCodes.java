package lossgrid.paint.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.paint.geometry.GridShape;

/**
 * A mask as codes: for each pixel the rank of its value among the different values of the mask. Whatever depends only
 * on the value – its colour, its highlight – is then looked up in a small table, however large the mask is.
 */
public final class MaskCodes {
    /** The number of ranges that replace single values where there are too many of these. */
    private static final int LEVELS = 256;

    private static final int OPAQUE = 0xff;
    private static final int RGBA = 4;

    private final LabelArray labels;
    private final GridShape shape;
    private final int samples;
    private final List<MaskGroup> groups;
    private final short[] codes;

    private MaskCodes(LabelArray labels, GridShape shape, int samples, List<MaskGroup> groups, short[] codes) {
        this.labels = labels;
        this.shape = shape;
        this.samples = samples;
        this.groups = List.copyOf(groups);
        this.codes = codes;
    }

    /** The codes of a mask with one number a pixel. */
    public static MaskCodes ofNumbers(LabelArray labels) {
        Histogram histogram = Histogram.of(labels);
        Codebook book = histogram.isComplete() ? new Values(histogram) : Ranges.of(histogram, labels);
        short[] codes = new short[labels.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (short) book.code(labels.doubleAt(i));
        }
        return new MaskCodes(labels, GridShape.of(labels.shape()), 1, book.groups(codes), codes);
    }

    /**
     * The codes of a mask of colours: the last dimension holds red, green, blue and perhaps alpha, each 0 to 255.
     *
     * @param labels {@code [..., H, W, 3]} or {@code [..., H, W, 4]}
     */
    public static MaskCodes ofColors(LabelArray labels) {
        Shape pixels = labels.shape().remove(labels.shape().rank() - 1);
        int samples = labels.shape().fromEnd(0);
        IntToLongFunction color = i -> {
            int at = i * samples;
            long alpha = samples == RGBA ? labels.longAt(at + 3) & OPAQUE : OPAQUE;
            return (alpha << 24)
                    | ((labels.longAt(at) & OPAQUE) << 16)
                    | ((labels.longAt(at + 1) & OPAQUE) << 8)
                    | (labels.longAt(at + 2) & OPAQUE);
        };
        LabelArray exact = LabelArray.ofLongs(DType.INT64, pixels, color);
        boolean isExact = Histogram.of(exact).isComplete();
        MaskCodes packed =
                ofNumbers(isExact ? exact : LabelArray.ofLongs(DType.INT64, pixels, i -> coarse(exact.longAt(i))));
        MaskGroup.Kind kind = isExact ? MaskGroup.Kind.COLOR : MaskGroup.Kind.NEAR_COLOR;
        List<MaskGroup> groups = packed.groups.stream()
                .map(group -> new MaskGroup(kind, group.low(), group.low(), group.count()))
                .toList();
        return new MaskCodes(labels, packed.shape, samples, groups, packed.codes);
    }

    /** One of 4,096 opaque colours: the middle of those with the same upper four bits in each sample. */
    private static long coarse(long argb) {
        return 0xff080808L | (argb & 0xf0f0f0L);
    }

    /** Whether the last dimension can be the samples of a colour. */
    public static boolean canBeColors(LabelArray labels) {
        int samples = labels.shape().fromEnd(0);
        return labels.dtype() == DType.UINT8 && labels.shape().rank() >= 3 && (samples == 3 || samples == RGBA);
    }

    /** The planes of the mask; for colours without the dimension of the samples. */
    public GridShape shape() {
        return shape;
    }

    /** The values of the codes, rising; NaN comes last. */
    public List<MaskGroup> groups() {
        return groups;
    }

    /** The code of pixel {@code i}, counted through all planes. */
    public int code(int i) {
        return codes[i] & 0xffff;
    }

    public int size() {
        return codes.length;
    }

    /** The exact value of pixel {@code i} as text. */
    public String text(int i) {
        if (samples > 1) {
            return samplesText(i);
        }
        return labels.dtype().isFloatingPoint()
                ? MaskGroup.number(labels.doubleAt(i))
                : Long.toString(labels.longAt(i));
    }

    private String samplesText(int i) {
        StringBuilder out = new StringBuilder("(");
        for (int s = 0; s < samples; s++) {
            out.append(s == 0 ? "" : ", ").append(labels.longAt(i * samples + s));
        }
        return out.append(')').toString();
    }

    /** A map from values to codes. */
    private sealed interface Codebook {
        int code(double value);

        List<MaskGroup> groups(short[] codes);
    }

    /** A code for each value, and one for NaN. */
    private static final class Values implements Codebook {
        private final Histogram histogram;
        private double last = Double.NaN;
        private int lastCode;

        Values(Histogram histogram) {
            this.histogram = histogram;
            lastCode = histogram.size();
        }

        @Override
        public int code(double value) {
            if (Double.isNaN(value)) {
                return histogram.size();
            }
            if (value != last) {
                last = value;
                lastCode = rank(value);
            }
            return lastCode;
        }

        private int rank(double value) {
            int low = 0;
            int high = histogram.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (histogram.value(middle) < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public List<MaskGroup> groups(short[] codes) {
            List<MaskGroup> out = new ArrayList<>();
            for (int i = 0; i < histogram.size(); i++) {
                out.add(MaskGroup.value(histogram.value(i), histogram.count(i)));
            }
            if (histogram.nans() > 0) {
                out.add(new MaskGroup(MaskGroup.Kind.NAN, Double.NaN, Double.NaN, histogram.nans()));
            }
            return out;
        }
    }

    /**
     * A code for each of equally wide ranges between the least and greatest finite value, and one each for −∞, ∞ and
     * NaN.
     */
    private static final class Ranges implements Codebook {
        private final double low;
        private final double high;

        private Ranges(double low, double high) {
            this.low = low;
            this.high = high;
        }

        static Ranges of(Histogram histogram, LabelArray labels) {
            double low = histogram.least();
            double high = histogram.greatest();
            if (Double.isInfinite(low) || Double.isInfinite(high)) {
                low = Double.POSITIVE_INFINITY;
                high = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < labels.size(); i++) {
                    double value = labels.doubleAt(i);
                    low = Double.isFinite(value) ? Math.min(low, value) : low;
                    high = Double.isFinite(value) ? Math.max(high, value) : high;
                }
            }
            return new Ranges(low, high);
        }

        private double edge(int level) {
            double t = (double) level / LEVELS;
            return low * (1 - t) + high * t;
        }

        @Override
        public int code(double value) {
            if (Double.isNaN(value)) {
                return LEVELS + 2;
            }
            if (Double.isInfinite(value)) {
                return value < 0 ? 0 : LEVELS + 1;
            }
            // Halved, since the width of the range may overflow.
            double t = (value / 2 - low / 2) / (high / 2 - low / 2);
            return 1 + Math.clamp((int) (t * LEVELS), 0, LEVELS - 1);
        }

        @Override
        public List<MaskGroup> groups(short[] codes) {
            long[] counts = new long[LEVELS + 3];
            for (short code : codes) {
                counts[code & 0xffff]++;
            }
            List<MaskGroup> out = new ArrayList<>();
            out.add(MaskGroup.value(Double.NEGATIVE_INFINITY, counts[0]));
            for (int level = 0; level < LEVELS; level++) {
                out.add(new MaskGroup(MaskGroup.Kind.RANGE, edge(level), edge(level + 1), counts[level + 1]));
            }
            out.add(MaskGroup.value(Double.POSITIVE_INFINITY, counts[LEVELS + 1]));
            out.add(new MaskGroup(MaskGroup.Kind.NAN, Double.NaN, Double.NaN, counts[LEVELS + 2]));
            return out;
        }
    }
}
