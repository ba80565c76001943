package lossgrid.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossgrid.core.array.DType;

/** Encoding steps of every kind with any arguments, right and wrong; the same for the same generator. */
public final class DrawnSteps {
    private static final double[] NUMBERS = {
        0, 1, -1, 2, 127, 255, 256, 300, -3, 0.5, -0.3, 0.1, 2.5, 1e10, -1e18, 0x1p63, 1e300, 40_000, 1e-300
    };
    private static final long[] WHOLE = {
        0, 1, -1, 2, 7, 127, 128, 200, 255, 256, 300, -100, -255, -256, 32_767, -32_768, 70_000, 1L << 31, 1L << 40
    };

    private final RandomGenerator random;

    public DrawnSteps(RandomGenerator random) {
        this.random = random;
    }

    /** Any step, now and then switched off. */
    public EncodingStep next() {
        EncodingStep step = of(oneOf(StepKind.values()));
        return random.nextInt(6) == 0 ? new EncodingStep.Skipped(step) : step;
    }

    public EncodingStep of(StepKind kind) {
        return switch (kind) {
            case THRESHOLD -> new EncodingStep.Threshold(number());
            case DIVIDE -> new EncodingStep.Divide(number(), false);
            case FLOOR_DIVIDE -> new EncodingStep.Divide(number(), true);
            case SHIFT ->
                new EncodingStep.Shift(random.nextInt(9) == 0 ? pickOf(Long.MIN_VALUE, Long.MAX_VALUE) : whole());
            case REMAP -> remap();
            case COLORS_TO_INDICES -> new EncodingStep.ColorsToIndices(palette(), random.nextBoolean() ? 255 : whole());
            case SELECT -> new EncodingStep.Select(dim(), random.nextInt(-4, 4));
            case ARGMAX -> new EncodingStep.ArgMax(dim());
            case ONE_HOT -> new EncodingStep.OneHot(random.nextInt(-1, 5));
            case CAST -> new EncodingStep.Cast(oneOf(DType.values()));
            case SQUEEZE -> new EncodingStep.Squeeze(random.nextBoolean() ? null : dim());
            case UNSQUEEZE -> new EncodingStep.Unsqueeze(dim());
            case PERMUTE -> new EncodingStep.Permute(order());
            case RESIZE -> new EncodingStep.Resize(size(), size());
        };
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private long pickOf(long a, long b) {
        return random.nextBoolean() ? a : b;
    }

    private double number() {
        return random.nextInt(5) == 0 ? random.nextGaussian() : NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private long whole() {
        return WHOLE[random.nextInt(WHOLE.length)];
    }

    private int dim() {
        return random.nextInt(8) == 0 ? random.nextInt(-6, 6) : random.nextInt(-2, 3);
    }

    private int size() {
        return random.nextInt(12) == 0 ? random.nextInt(-1, 1) : random.nextInt(1, 8);
    }

    private EncodingStep remap() {
        List<EncodingStep.Remap.Entry> table = Stream.generate(this::whole)
                .distinct()
                .limit(random.nextInt(8))
                .map(from -> new EncodingStep.Remap.Entry(from, whole()))
                .toList();
        return new EncodingStep.Remap(table, random.nextInt(3) == 0 ? whole() : null);
    }

    private Palette palette() {
        List<Palette.Entry> entries = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            entries.add(
                    new Palette.Entry(component(), component(), component(), i % 2 == 0 ? "" : "a \n\u2028class", i));
        }
        return new Palette(random.nextBoolean() ? "my own palette" : "7 颜色", entries);
    }

    /** Few different ones, so that colours of drawn labels are met. */
    private int component() {
        return random.nextInt(3) == 0 ? 255 : random.nextInt(3);
    }

    private List<Integer> order() {
        int rank = random.nextInt(5) == 0 ? random.nextInt(6) : random.nextInt(2, 5);
        List<Integer> dims = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        for (int i = rank - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            dims.set(i, dims.set(j, dims.get(i)));
        }
        if (rank > 0 && random.nextInt(6) == 0) {
            dims.set(random.nextInt(rank), random.nextInt(-5, 5));
        }
        return dims;
    }
}
