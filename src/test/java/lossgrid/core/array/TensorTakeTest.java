package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.FusedClasses;
import lossgrid.core.loss.ProbabilityStorage;
import lossgrid.core.loss.Reduction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single elements of a plane, whether it is stored, computed when it is read, or patched. */
class TensorTakeTest {
    private static final Shape SHAPE = Shape.of(2, 3, 37, 71);
    private static final Shape PIXELS = Shape.of(2, 37, 71);
    private static final int PLANE = 37 * 71;

    private record Named(String name, Tensor tensor) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> tensors() {
        SplittableRandom random = new SplittableRandom(7);
        Tensor stored = Tensor.generate(SHAPE, _ -> (float) random.nextDouble(-8, 8));
        // Exponentials too small for the vectorized loops.
        Tensor extreme = Tensor.generate(SHAPE, i -> i % 500 == 0 ? 200 : stored.at(i));
        LabelArray target = LabelArray.ofLongs(DType.INT64, PIXELS, i -> i % 11 == 0 ? -100 : i % 3);
        Tensor weight = Tensor.vector(0.5f, 2, 1);
        return Stream.of(
                        new Named("stored", stored),
                        new Named("slopes", slopes(stored, target, null)),
                        new Named("weighted slopes", slopes(stored, target, weight)),
                        new Named("extreme slopes", slopes(extreme, target, null)),
                        new Named("softmax", softmax(stored, target)),
                        new Named("extreme softmax", softmax(extreme, target)))
                .flatMap(named -> Stream.of(named, new Named("patched " + named.name(), patched(named.tensor()))));
    }

    private static Tensor softmax(Tensor logits, LabelArray target) {
        return pass(logits, target, null, ProbabilityStorage.VIEWED).probabilities();
    }

    private static Tensor slopes(Tensor logits, LabelArray target, @Nullable Tensor weight) {
        return pass(logits, target, weight, ProbabilityStorage.STORED).loss().gradient();
    }

    private static ActivatedLoss pass(
            Tensor logits, LabelArray target, @Nullable Tensor weight, ProbabilityStorage activated) {
        return FusedClasses.crossEntropy(logits, target, weight, -100, 0, Reduction.MEAN, activated);
    }

    private static Tensor patched(Tensor tensor) {
        int[] pixels = {0, 1, 70, 1000, PLANE - 1, PLANE, PLANE + 5, 2 * PLANE - 1};
        float[][] columns = new float[pixels.length][];
        for (int i = 0; i < pixels.length; i++) {
            columns[i] = new float[] {100 + i, 200 + i, 300 + i};
        }
        return tensor.patched(pixels, columns);
    }

    @ParameterizedTest
    @MethodSource("tensors")
    void areTheElements(Named named) {
        Tensor tensor = named.tensor();
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 60; round++) {
            int plane = random.nextInt(6);
            int cell = random.nextInt(4) == 0 ? 0 : random.nextInt(PLANE);
            int many = random.nextInt(700);
            int[] offsets = IntStream.concat(
                            random.ints(many, 0, PLANE - cell), IntStream.of(0, 0, PLANE - cell - 1, PLANE - cell - 1))
                    .sorted()
                    .toArray();
            float[] out = new float[offsets.length];
            tensor.take(plane, cell, offsets, out);
            for (int i = 0; i < out.length; i++) {
                assertThat(Float.floatToIntBits(out[i]))
                        .isEqualTo(Float.floatToIntBits(tensor.inPlane(plane, cell + offsets[i])));
            }
        }
    }
}
