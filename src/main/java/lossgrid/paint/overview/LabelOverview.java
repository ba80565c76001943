package lossgrid.paint.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.geometry.ValidLabels;
import org.jspecify.annotations.Nullable;

/**
 * A summary of labels, needed before they are painted: the counts of each, and the rarest in each block of 4 × 4
 * labels, 16 × 16 and so on, so that one unusual label is visible when zoomed out. Immutable.
 */
public final class LabelOverview {
    private static final int MAX_DIGITS = 4;
    /** The length of the longest text of {@link NumberDisplay#figures} with a power of ten. */
    private static final int LONGEST_POWER = "-1.0e-10".length();

    /** The greatest float written without a power of ten. */
    private static final double LARGEST_PLAIN = 9_999_999;

    private static final int LEAST_IN_PARALLEL = 1 << 16;

    private final LabelArray labels;
    private final ValidLabels rule;
    private final GridShape shape;
    private final Histogram histogram;
    private final LabelCodes codes;
    private final List<List<CodeLevel>> planes;
    private final Map<CellLook, Integer> looks;
    private final int longestText;

    /** The rarest code of each block, in rows. */
    @SuppressWarnings("ArrayRecordComponent")
    public record CodeLevel(int height, int width, char[] codes) {}

    private LabelOverview(LabelArray labels, ValidLabels rule, Histogram histogram, LabelCodes codes) {
        this.labels = labels;
        this.rule = rule;
        this.histogram = histogram;
        this.codes = codes;
        shape = GridShape.of(labels.shape());
        IntStream all = IntStream.range(0, shape.planes());
        planes = (labels.size() > LEAST_IN_PARALLEL ? all.parallel() : all)
                .mapToObj(this::levels)
                .toList();
        if (histogram.isComplete()) {
            looks = looks(histogram, rule);
            longestText = longestOf(histogram);
        } else {
            LabelTally tally = LabelTally.of(labels, rule);
            looks = looks(tally);
            longestText = longestOf(tally);
        }
    }

    /**
     * The overview of labels.
     *
     * @param before the overview of earlier labels, returned where nothing can differ
     */
    public static LabelOverview of(LabelArray labels, ValidLabels rule, @Nullable LabelOverview before) {
        if (before != null && before.rule.equals(rule) && before.labels.sameStorage(labels)) {
            return before;
        }
        Histogram histogram = Histogram.of(labels);
        return new LabelOverview(labels, rule, histogram, LabelCodes.of(labels.dtype(), histogram, rule));
    }

    private List<CodeLevel> levels(int plane) {
        int height = Math.ceilDiv(shape.height(), PixelAxis.FACTOR);
        int width = Math.ceilDiv(shape.width(), PixelAxis.FACTOR);
        char[] rarest = new char[height * width];
        Arrays.fill(rarest, Character.MAX_VALUE);
        double[] row = new double[shape.width()];
        char[] coded = new char[shape.width()];
        for (int h = 0; h < shape.height(); h++) {
            read(plane, h, 0, row, coded);
            lower(coded, rarest, h / PixelAxis.FACTOR * width);
        }
        List<CodeLevel> out = new ArrayList<>(List.of(new CodeLevel(height, width, rarest)));
        while (out.getLast().height() > 1 || out.getLast().width() > 1) {
            out.add(above(out.getLast()));
        }
        return List.copyOf(out);
    }

    private static void lower(char[] finer, char[] rarest, int start) {
        for (int x = 0; x < finer.length; x++) {
            int block = start + x / PixelAxis.FACTOR;
            rarest[block] = (char) Math.min(rarest[block], finer[x]);
        }
    }

    private static CodeLevel above(CodeLevel level) {
        int height = Math.ceilDiv(level.height(), PixelAxis.FACTOR);
        int width = Math.ceilDiv(level.width(), PixelAxis.FACTOR);
        char[] rarest = new char[height * width];
        Arrays.fill(rarest, Character.MAX_VALUE);
        for (int y = 0; y < level.height(); y++) {
            char[] row = Arrays.copyOfRange(level.codes(), y * level.width(), (y + 1) * level.width());
            lower(row, rarest, y / PixelAxis.FACTOR * width);
        }
        return new CodeLevel(height, width, rarest);
    }

    /** The codes of labels of one row, from column {@code left} on; {@code row} is scratch space of the same length. */
    public void read(int plane, int h, int left, double[] row, char[] coded) {
        labels.copy(shape.element(plane, h * shape.width() + left), row, coded.length);
        codes.encode(row, coded);
    }

    public LabelArray labels() {
        return labels;
    }

    public ValidLabels rule() {
        return rule;
    }

    public GridShape shape() {
        return shape;
    }

    public LabelCodes codes() {
        return codes;
    }

    /** Whether it is certain that nothing differs. */
    public boolean same(LabelOverview other) {
        return rule.equals(other.rule) && labels.sameStorage(other.labels);
    }

    /** Whether every different label has its own code. */
    public boolean isComplete() {
        return histogram.isComplete();
    }

    public CodeLevel level(int plane, int level) {
        List<CodeLevel> levels = planes.get(plane);
        return levels.get(Math.min(level, levels.size()) - 1);
    }

    /** The counts of looks that are not ordinary, as in {@code LookCounts}. */
    public Map<CellLook, Integer> looks() {
        return looks;
    }

    private static Map<CellLook, Integer> looks(Histogram histogram, ValidLabels rule) {
        Map<CellLook, Integer> out = new EnumMap<>(CellLook.class);
        for (int v = 0; v < histogram.size(); v++) {
            out.merge(rule.look(histogram.value(v)), (int) histogram.count(v), Integer::sum);
        }
        if (histogram.nans() > 0) {
            out.put(CellLook.NAN, (int) histogram.nans());
        }
        out.remove(CellLook.ORDINARY);
        return Collections.unmodifiableMap(out);
    }

    private static Map<CellLook, Integer> looks(LabelTally tally) {
        Map<CellLook, Integer> out = new EnumMap<>(CellLook.class);
        for (CellLook look : CellLook.values()) {
            if (tally.count(look) > 0 && look != CellLook.ORDINARY) {
                out.put(look, tally.count(look));
            }
        }
        return Collections.unmodifiableMap(out);
    }

    /** The length of the longest label's text, or an upper bound where there are very many labels. */
    public int longestText() {
        return longestText;
    }

    private int longestOf(Histogram histogram) {
        int longest = histogram.nans() > 0 ? text(Double.NaN).length() : 1;
        for (int v = 0; v < histogram.size(); v++) {
            longest = Math.max(longest, text(histogram.value(v)).length());
        }
        return longest;
    }

    private int longestOf(LabelTally tally) {
        if (!labels.dtype().isFloatingPoint()) {
            return Math.max(wholeDigits(tally.least()), wholeDigits(tally.most()));
        }
        double least = Math.max(tally.least(), -LARGEST_PLAIN);
        double most = Math.min(tally.most(), LARGEST_PLAIN);
        return Math.max(Math.max(wholeDigits(least), wholeDigits(most)) + MAX_DIGITS, LONGEST_POWER);
    }

    /** The number of characters before the point, the sign included. */
    private static int wholeDigits(double label) {
        return Long.toString((long) label).length() + (label < 0 && label > -1 ? 1 : 0);
    }

    public String text(double label) {
        if (!labels.dtype().isFloatingPoint()) {
            return Long.toString((long) label);
        }
        String text = NumberDisplay.shortest(label);
        if (text.indexOf('E') >= 0) {
            return NumberDisplay.figures(label);
        }
        int point = text.indexOf('.');
        return point < 0 || text.length() - point <= MAX_DIGITS ? text : text.substring(0, point + MAX_DIGITS);
    }
}
