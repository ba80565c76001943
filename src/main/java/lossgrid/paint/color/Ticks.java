package lossgrid.paint.color;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossgrid.core.array.DecimalText;

/** Round numbers along a range, for the labels of a colour bar. */
public final class Ticks {
    /** A sequence of round numbers, {@code (first + i) · step}. */
    private record Grid(double step, int roughness, long first, int count, boolean meetsEnds) {}

    private static final int LEAST = 3;
    private static final int MOST = 5;
    /** A step's leading digits; the earlier, the rounder. */
    private static final double[][] STEPS = {{1, 2, 5}, {2.5}, {1.5, 3, 4}};

    private static final double TOLERANCE = 1e-9;
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e5;
    private static final int MOST_DIGITS = 6;

    private Ticks() {}

    /**
     * Three to five round numbers from {@code low} to {@code high}. Both ends are among them if a sufficiently round
     * step allows it; of several such steps the roundest, and of those the finest.
     */
    public static List<Double> of(ValueRange range) {
        double step = candidates(range)
                .min(Comparator.comparing((Grid grid) -> !grid.meetsEnds())
                        .thenComparingInt(Grid::roughness)
                        .thenComparingInt(grid -> -grid.count()))
                .map(Grid::step)
                .orElse(0.0);
        if (step == 0) {
            return List.of(range.low(), range.high());
        }
        List<Double> ticks = new ArrayList<>();
        long first = first(range.low(), step);
        for (int i = 0; i < count(range, step); i++) {
            ticks.add((first + i) * step);
        }
        return List.copyOf(ticks);
    }

    private static Stream<Grid> candidates(ValueRange range) {
        int power = (int) Math.floor(Math.log10(range.high() - range.low()));
        return IntStream.rangeClosed(power - 2, power + 1)
                .boxed()
                .flatMap(exponent -> IntStream.range(0, STEPS.length).boxed().flatMap(roughness -> DoubleStream.of(
                                STEPS[roughness])
                        .mapToObj(lead -> grid(range, lead * Math.pow(10, exponent), roughness))))
                .filter(grid -> grid.count() >= LEAST && grid.count() <= MOST);
    }

    private static Grid grid(ValueRange range, double step, int roughness) {
        boolean meetsEnds = isMultiple(range.low(), step) && isMultiple(range.high(), step);
        return new Grid(step, roughness, first(range.low(), step), count(range, step), meetsEnds);
    }

    /** The tolerance for the rounding of a division. */
    private static double tolerance(double quotient) {
        return Math.max(TOLERANCE, 4 * Math.ulp(quotient));
    }

    private static boolean isMultiple(double value, double step) {
        double quotient = value / step;
        return Math.abs(quotient - Math.rint(quotient)) <= tolerance(quotient);
    }

    private static long first(double low, double step) {
        double quotient = low / step;
        return (long) Math.ceil(quotient - tolerance(quotient));
    }

    private static int count(ValueRange range, double step) {
        double quotient = range.high() / step;
        long last = (long) Math.floor(quotient + tolerance(quotient));
        return Math.clamp(last - first(range.low(), step) + 1, 0, Integer.MAX_VALUE);
    }

    /** A tick's text: as few digits as necessary, a typographic minus sign, an exponent far from 1. */
    public static String label(double value) {
        double magnitude = Math.abs(value);
        String text = magnitude != 0 && (magnitude < SMALLEST_PLAIN || magnitude >= LARGEST_PLAIN)
                ? exponential(value)
                : DecimalText.trimmed(value, MOST_DIGITS);
        return text.replace('-', '−');
    }

    /** With at most three figures, without {@code +} and leading zeros in the exponent. */
    private static String exponential(double value) {
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", 2);
        return parts[0].replaceFirst("\\.?0+$", "") + "e" + Integer.parseInt(parts[1]);
    }
}
