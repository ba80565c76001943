package lossgrid.model.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.ColorLookup;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.StepKind;

/** For each kind of step the arguments that make sense for the labels before it: what "Add step" begins with. */
public final class StepCatalogue {
    private static final int COLORS = 3;
    private static final int COLORS_AND_ALPHA = 4;
    /** A table or palette with more entries is for nobody to read. */
    private static final int MOST_ENTRIES = 256;

    private static final int MOST_OF_BYTE = 255;
    private static final double TWO_63 = 0x1p63;

    private final LabelArray labels;
    private final Histogram histogram;
    private final Experiment experiment;

    private StepCatalogue(LabelArray labels, Experiment experiment) {
        this.labels = labels;
        this.histogram = Histogram.of(labels);
        this.experiment = experiment;
    }

    /** The catalogue for a step that takes these labels. */
    public static StepCatalogue of(LabelArray labels, Experiment experiment) {
        return new StepCatalogue(labels, experiment);
    }

    /** The step of this kind with which to begin. */
    public EncodingStep step(StepKind kind) {
        return switch (kind) {
            case THRESHOLD -> new EncodingStep.Threshold(half());
            case DIVIDE -> new EncodingStep.Divide(greatest(), false);
            case FLOOR_DIVIDE -> new EncodingStep.Divide(greatest(), true);
            case SHIFT -> new EncodingStep.Shift(toZero());
            case REMAP -> new EncodingStep.Remap(compact(), null);
            case COLORS_TO_INDICES ->
                new EncodingStep.ColorsToIndices(colors(), experiment.options().ignoreIndex());
            case SELECT -> new EncodingStep.Select(narrowest(), 0);
            case ARGMAX -> new EncodingStep.ArgMax(narrowest());
            case ONE_HOT -> new EncodingStep.OneHot(experiment.classCount());
            case CAST -> new EncodingStep.Cast(expectedType());
            case SQUEEZE -> new EncodingStep.Squeeze(one().isPresent() ? one().getAsInt() : null);
            case UNSQUEEZE -> new EncodingStep.Unsqueeze(newDimension());
            case PERMUTE -> new EncodingStep.Permute(order());
            case RESIZE -> resize();
        };
    }

    /** The greatest value if it is finite and above 0, or 255. */
    private double greatest() {
        double greatest = histogram.greatest();
        return greatest > 0 && Double.isFinite(greatest) ? greatest : MOST_OF_BYTE;
    }

    /** Half of the greatest value, rounded down for whole numbers: 127 for 255. */
    private double half() {
        return labels.dtype().isFloatingPoint() ? greatest() / 2 : Math.floor(greatest() / 2);
    }

    /** What brings the least value to 0, or a step down where it is there. */
    private long toZero() {
        double least = histogram.least();
        boolean whole = least == Math.rint(least) && Math.abs(least) < TWO_63;
        return whole && least != 0 ? -(long) least : -1;
    }

    /** Every value in its order to 0, 1, 2 …; one that is ignore_index stays. */
    private List<EncodingStep.Remap.Entry> compact() {
        List<EncodingStep.Remap.Entry> entries = new ArrayList<>();
        long next = 0;
        for (int i = 0; i < Math.min(histogram.size(), MOST_ENTRIES); i++) {
            double value = histogram.value(i);
            boolean whole = value == Math.rint(value) && Math.abs(value) < TWO_63;
            if (whole && (long) value != experiment.options().ignoreIndex()) {
                entries.add(new EncodingStep.Remap.Entry((long) value, next));
                next++;
            }
        }
        return entries;
    }

    /** The colours of the labels, numbered by brightness of red, green, blue; black alone where there are none. */
    private Palette colors() {
        Shape shape = labels.shape();
        int channels = shape.rank() == 0 ? 0 : shape.dim(shape.rank() - 1);
        TreeMap<Integer, Integer> colors = new TreeMap<>();
        if (channels == COLORS || channels == COLORS_AND_ALPHA) {
            int last = -1;
            for (int i = 0; i < labels.size() && colors.size() < MOST_ENTRIES; i += channels) {
                int rgb = ColorLookup.rgb(labels, i);
                if (rgb != last && rgb >= 0) {
                    colors.put(rgb, 0);
                }
                last = rgb;
            }
        }
        if (colors.isEmpty()) {
            colors.put(0, 0);
        }
        List<Palette.Entry> entries = new ArrayList<>();
        for (int rgb : colors.keySet()) {
            entries.add(Palette.Entry.of(new ClassColor(rgb), "", entries.size()));
        }
        return new Palette("colours", entries);
    }

    /** The last dimension of labels with colours, the classes' dimension of others. */
    private int narrowest() {
        Shape shape = labels.shape();
        int last = shape.rank() == 0 ? 0 : shape.dim(shape.rank() - 1);
        boolean colors = shape.rank() > 2 && (last == COLORS || last == COLORS_AND_ALPHA);
        return colors ? -1 : shape.rank() == Nchw.RANK ? Nchw.CLASS_DIM : 0;
    }

    private OptionalInt one() {
        Shape shape = labels.shape();
        if (shape.rank() == Nchw.RANK && shape.dim(Nchw.CLASS_DIM) == 1) {
            return OptionalInt.of(Nchw.CLASS_DIM);
        }
        return IntStream.range(0, shape.rank()).filter(d -> shape.dim(d) == 1).findFirst();
    }

    private DType expectedType() {
        return experiment.isBinary() ? DType.FLOAT32 : DType.INT64;
    }

    /** A class dimension where there is a batch, else a batch. */
    private int newDimension() {
        Shape pixels = experiment.logits().shape().remove(Nchw.CLASS_DIM);
        return labels.shape().equals(pixels) ? Nchw.CLASS_DIM : 0;
    }

    /** Channels that are last to where PyTorch wants them, others to the end. */
    private List<Integer> order() {
        return switch (labels.shape().rank()) {
            case 2 -> List.of(1, 0);
            case Nchw.RANK - 1 -> narrowest() == -1 ? List.of(2, 0, 1) : List.of(1, 2, 0);
            case Nchw.RANK -> isChannelsLast() ? List.of(0, 3, 1, 2) : List.of(0, 2, 3, 1);
            default -> IntStream.range(0, labels.shape().rank()).boxed().toList();
        };
    }

    private boolean isChannelsLast() {
        Shape shape = labels.shape();
        return narrowest() == -1 || shape.dim(Nchw.RANK - 1) == experiment.channels();
    }

    /** To the size of the logits, or to half where that is the size already. */
    private EncodingStep resize() {
        Shape shape = labels.shape();
        int height = experiment.height();
        int width = experiment.width();
        boolean same = shape.rank() >= 2 && shape.fromEnd(1) == height && shape.fromEnd(0) == width;
        return same
                ? new EncodingStep.Resize(Math.max(height / 2, 1), Math.max(width / 2, 1))
                : new EncodingStep.Resize(height, width);
    }
}
