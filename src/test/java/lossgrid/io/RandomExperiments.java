package lossgrid.io;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.model.Activation;
import lossgrid.model.DrawnSteps;
import lossgrid.model.EncodingStep;
import lossgrid.model.Experiment;
import lossgrid.model.LossKind;
import lossgrid.model.LossOptions;
import lossgrid.model.Recipe;
import org.jspecify.annotations.Nullable;

/** Experiments of every dtype, rank and option, with NaN, infinities and extreme numbers; the same for the same seed. */
final class RandomExperiments {
    private static final int MAX_LABELS_RANK = 4;
    private static final float[] FLOATS = {
        0f,
        -0f,
        1f,
        -1.5f,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        0.1f,
        16_777_216f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
    };
    private static final String[] TEXTS = {
        "", "object", "单通道输出", "a \"quoted\" \\ word", "tab\t, line\n, bell\u0007, delete\u007f", "😀", "\ud800 alone"
    };

    private final RandomGenerator random;
    private final DrawnSteps steps;

    RandomExperiments(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        steps = new DrawnSteps(random);
    }

    Experiment next() {
        DType dtype = oneOf(DType.values());
        return new Experiment(
                        oneOf(TEXTS),
                        tensor(shape(4)),
                        labels(dtype, shape(1 + random.nextInt(MAX_LABELS_RANK))),
                        Stream.generate(this::step).limit(random.nextInt(4)).toList(),
                        new Recipe(activation(), oneOf(LossKind.values())),
                        new LossOptions(
                                oneOf(Reduction.values()),
                                random.nextBoolean() ? LossOptions.DEFAULT_IGNORE_INDEX : random.nextLong(),
                                weight(),
                                weight(),
                                random.nextBoolean() ? 0 : random.nextDouble()),
                        new ArrayList<>(Stream.generate(() -> oneOf(TEXTS))
                                .limit(random.nextInt(4))
                                .toList()))
                .withExampleLogits(random.nextBoolean());
    }

    /** An experiment whose parts fit together more often than not. */
    Experiment nextPlausible() {
        Experiment wild = next();
        Shape logits = wild.logits().shape();
        Shape perPixel = logits.remove(1);
        LabelArray labels = random.nextBoolean()
                ? LabelArray.ofLongs(DType.INT64, perPixel, _ -> random.nextInt(logits.dim(1) + 1) % logits.dim(1))
                : LabelArray.ofDoubles(DType.FLOAT32, logits, _ -> random.nextInt(2));
        return wild.withLabels(labels)
                .withEncoding(random.nextInt(3) == 0 ? wild.encoding() : List.of())
                .withOptions(random.nextInt(3) == 0 ? wild.options() : LossOptions.defaults());
    }

    LabelArray labels(DType dtype, Shape shape) {
        return switch (dtype) {
            case BOOL -> LabelArray.ofLongs(dtype, shape, _ -> random.nextInt(2));
            case UINT8, INT16, INT32, INT64 ->
                LabelArray.ofLongs(dtype, shape, _ -> random.nextBoolean() ? random.nextInt(4) : random.nextLong());
            case FLOAT32 -> tensor(shape).toLabels();
            case FLOAT64 ->
                LabelArray.ofDoubles(
                        dtype,
                        shape,
                        _ -> random.nextBoolean() ? aFloat() : Double.longBitsToDouble(random.nextLong()));
        };
    }

    Shape shape(int rank) {
        return Shape.of(
                IntStream.generate(() -> 1 + random.nextInt(3)).limit(rank).toArray());
    }

    private Tensor tensor(Shape shape) {
        return Tensor.generate(shape, _ -> aFloat());
    }

    private float aFloat() {
        return random.nextBoolean() ? FLOATS[random.nextInt(FLOATS.length)] : (float) random.nextGaussian();
    }

    private @Nullable Tensor weight() {
        return random.nextBoolean() ? null : tensor(shape(random.nextInt(4)));
    }

    private Activation activation() {
        return switch (random.nextInt(4)) {
            case 0 -> new Activation.None();
            case 1 -> new Activation.Sigmoid();
            case 2 -> new Activation.Softmax(random.nextInt(-5, 6));
            default -> new Activation.LogSoftmax(random.nextInt(-5, 6));
        };
    }

    private EncodingStep step() {
        return random.nextInt(8) == 0
                ? new EncodingStep.ColorsToIndices(oneOf(KnownPalette.values()).palette(), 255)
                : steps.next();
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
