package lossgrid.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.ArbitrarySteps;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.StepKind;
import org.junit.jupiter.api.Test;

/** Checks that a drawn step makes of few labels what it makes of all. */
class IncrementalTargetTest {
    private static final int DRAWS = 3000;
    private static final List<DType> DTYPES = List.of(DType.values());
    private static final double[] LABELS = {0, 1, 2, 255, 256, -1, -100, 40_000, 2.5, -0.0, 1e30, Double.NaN, 1e-30};

    private static LabelArray drawn(Random random, DType dtype, Shape shape) {
        return LabelArray.ofDoubles(
                dtype, shape, _ -> random.nextBoolean() ? random.nextInt(5) : LABELS[random.nextInt(LABELS.length)]);
    }

    @Test
    void everyStepFollowsFewLabelsOrNone() {
        Random random = new Random(17);
        ArbitrarySteps steps = new ArbitrarySteps(random);
        int followed = 0;
        for (int i = 0; i < DRAWS; i++) {
            EncodingStep step = steps.next();
            DType dtype = DTYPES.get(random.nextInt(DTYPES.size()));
            LabelArray before = drawn(random, dtype, random.nextBoolean() ? Shape.of(2, 5, 7) : Shape.of(1, 4, 6, 3));
            Stage<LabelArray> earlier = Stage.of(() -> step.apply(before));
            int[] cells = IntStream.range(0, 1 + random.nextInt(6))
                    .map(_ -> random.nextInt(before.size()))
                    .distinct()
                    .sorted()
                    .toArray();
            LabelArray now = before.with(cells, drawn(random, dtype, Shape.of(cells.length)));
            int[] changed = PixelIndices.changed(now, before, cells.length).orElseThrow();
            Optional<LabelArray> few = earlier.value().flatMap(it -> step.applyAt(changed, now, it));
            if (few.isPresent()) {
                assertThat(Stage.of(() -> step.apply(now)))
                        .as("%s of %s", step, now)
                        .isEqualTo(new Stage.Computed<>(few.get()));
                followed++;
            }
        }
        assertThat(followed).isBetween(DRAWS / 5, DRAWS);
    }

    @Test
    void whatMovesElementsOrLooksAtOthersIsNotFollowed() {
        Random random = new Random(5);
        ArbitrarySteps steps = new ArbitrarySteps(random);
        LabelArray labels = drawn(random, DType.INT64, Shape.of(2, 3, 4));
        for (StepKind kind : StepKind.values()) {
            boolean isOfElements =
                    switch (kind) {
                        case THRESHOLD, DIVIDE, FLOOR_DIVIDE, SHIFT, REMAP, CAST, SQUEEZE, UNSQUEEZE -> true;
                        case COLORS_TO_INDICES, SELECT, ARGMAX, ONE_HOT, PERMUTE, RESIZE -> false;
                    };
            if (!isOfElements) {
                assertThat(steps.of(kind).applyAt(new int[] {3}, labels, labels))
                        .as("%s", kind)
                        .isEmpty();
            }
        }
    }
}
