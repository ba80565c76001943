package lossgrid.core;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Activations;

/** Draws test data from a seed. The seed is in the name of the test, so a failure can be drawn again. */
public final class Draw {
    private static final int SEEDS = 25;
    private static final int MAX_SIZE = 5;

    private final SplittableRandom random;

    public Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The seeds of a property test: {@code @MethodSource("lossgrid.core.Draw#seeds")}. */
    public static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    /** What draws here, for those that draw in their own way. */
    public RandomGenerator generator() {
        return random;
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public float between(float least, float most) {
        return (float) random.nextDouble(least, most);
    }

    /** Whether something happens that has this probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** {@code [N, C, H, W]} with C from {@code leastClasses} on. */
    public Shape logitsShape(int leastClasses) {
        return Shape.of(
                between(1, 3), between(leastClasses, leastClasses + 3), between(1, MAX_SIZE), between(1, MAX_SIZE));
    }

    /** Normally distributed with standard deviation {@code scale}. */
    public Tensor normal(Shape shape, double scale) {
        return Tensor.generate(shape, i -> (float) (scale * random.nextGaussian()));
    }

    public Tensor uniform(Shape shape, double least, double most) {
        return Tensor.generate(shape, i -> (float) random.nextDouble(least, most));
    }

    /** A class for each pixel of logits of this shape: int64 {@code [N, H, W]}. */
    public LabelArray classes(Shape logits) {
        return LabelArray.ofLongs(DType.INT64, logits.remove(1), i -> random.nextInt(logits.dim(1)));
    }

    /** As {@link #classes}, with {@code ignoreIndex} at about a third of the pixels, though never at the first. */
    public LabelArray classesWithIgnored(Shape logits, long ignoreIndex) {
        LabelArray classes = classes(logits);
        return LabelArray.ofLongs(
                DType.INT64, classes.shape(), i -> i > 0 && chance(1 / 3.0) ? ignoreIndex : classes.longAt(i));
    }

    /** float32 labels of this shape, each 0 or 1. */
    public LabelArray bits(Shape shape) {
        return LabelArray.ofLongs(DType.FLOAT32, shape, i -> random.nextInt(2));
    }

    /** A distribution over the classes of each pixel: float32 {@code [N, C, H, W]}. */
    public LabelArray distributions(Shape logits) {
        return Activations.softmax(normal(logits, 1), 1).toLabels();
    }

    /** A random order of the numbers from 0 to {@code n − 1}. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
