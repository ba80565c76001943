package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReshapingTest {
    /** The layouts in which labels lie as logits {@code [N, C, H, W]} do. */
    private enum Layout {
        PIXELS,
        ONE_CHANNEL,
        LOGITS;

        Shape of(Shape logits) {
            return switch (this) {
                case PIXELS -> logits.remove(1);
                case ONE_CHANNEL -> logits.with(1, 1);
                case LOGITS -> logits;
            };
        }
    }

    private static Shape randomShape(Random random) {
        return Shape.of(1 + random.nextInt(3), 2 + random.nextInt(3), 1 + random.nextInt(4), 1 + random.nextInt(4));
    }

    private static Experiment experiment(Tensor logits, LabelArray labels, LossKind loss) {
        return new Experiment(
                "",
                logits,
                labels,
                List.of(),
                new Recipe(new Activation.None(), loss),
                LossOptions.defaults(),
                List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsKeptIsKeptAndWhatIsNewIsZero(long seed) {
        Random random = new Random(seed);
        Shape before = randomShape(random);
        Shape after = randomShape(random);
        Tensor logits = Tensor.generate(before, i -> i + 1);
        Layout layout = List.of(Layout.values()).get(random.nextInt(3));
        DType dtype = List.of(DType.values()).get(random.nextInt(DType.values().length));
        LabelArray labels = LabelArray.ofLongs(dtype, layout.of(before), i -> i + 1);
        Experiment start = experiment(logits, labels, LossKind.CROSS_ENTROPY_LOSS);
        History history = new History(start);
        Edit edit = new Edit.Reshape(after.dim(0), after.dim(1), after.dim(2), after.dim(3));
        Experiment reshaped = history.apply(edit);

        assertThat(reshaped.logits().shape()).isEqualTo(after);
        assertThat(reshaped.labels().shape()).isEqualTo(layout.of(after));
        assertThat(reshaped.labels().dtype()).isEqualTo(dtype);
        assertSame(logits.toLabels(), reshaped.logits().toLabels());
        assertSame(labels, reshaped.labels());
        assertThat(history.undo()).isSameAs(start);
    }

    /** Compares element by element where both have one, walking over the new array by its coordinates. */
    private static void assertSame(LabelArray before, LabelArray after) {
        Shape old = before.shape();
        for (int i = 0; i < after.size(); i++) {
            int source = 0;
            boolean kept = true;
            for (int d = 0; d < old.rank(); d++) {
                int at = i / after.shape().stride(d) % after.shape().dim(d);
                kept &= at < old.dim(d);
                source += at * old.stride(d);
            }
            Scalar zero = after.dtype().isFloatingPoint() ? new Scalar.Real(0) : new Scalar.Whole(0);
            assertThat(after.at(i)).as("element %d", i).isEqualTo(kept ? before.at(source) : zero);
        }
    }

    @Test
    void planesOfTheSameSizeAreShared() {
        Shape shape = Shape.of(2, 2, 3, 3);
        Experiment start = experiment(
                Tensor.generate(shape, i -> i),
                LabelArray.ofLongs(DType.INT64, shape.remove(1), i -> 0),
                LossKind.CROSS_ENTROPY_LOSS);
        Tensor reshaped = Edits.apply(start, new Edit.Reshape(2, 3, 3, 3)).logits();
        assertThat(reshaped.samePlane(start.logits(), 0)).isTrue();
        assertThat(reshaped.samePlane(start.logits(), 1)).isTrue();
        assertThat(reshaped.at(1, 0, 0, 0)).isEqualTo(18);
        assertThat(reshaped.at(1, 2, 2, 2)).isZero();
    }

    @Test
    void theTargetOfABinaryLossFollowsTheChannels() {
        Shape one = Shape.of(1, 1, 2, 2);
        LabelArray labels = LabelArray.ofLongs(DType.FLOAT32, one, 1, 1, 1, 1);
        Edit edit = new Edit.Reshape(1, 3, 2, 2);
        assertThat(Edits.apply(experiment(Tensor.zeros(one), labels, LossKind.BCE_WITH_LOGITS_LOSS), edit)
                        .labels()
                        .shape())
                .isEqualTo(Shape.of(1, 3, 2, 2));
        assertThat(Edits.apply(experiment(Tensor.zeros(one), labels, LossKind.CROSS_ENTROPY_LOSS), edit)
                        .labels()
                        .shape())
                .isEqualTo(one);
    }

    @Test
    void labelsThatLieOtherwiseStay() {
        LabelArray labels = LabelArray.ofLongs(DType.UINT8, Shape.of(2, 3, 4), i -> i);
        Experiment start = experiment(Tensor.zeros(Shape.of(2, 2, 4, 4)), labels, LossKind.CROSS_ENTROPY_LOSS);
        assertThat(Edits.apply(start, new Edit.Reshape(2, 2, 5, 4)).labels()).isSameAs(labels);
    }

    @Test
    void namesAndColoursFollowTheClasses() {
        Shape shape = Shape.of(1, 2, 1, 1);
        Experiment start = experiment(
                        Tensor.zeros(shape),
                        LabelArray.ofLongs(DType.INT64, shape.remove(1), 0),
                        LossKind.CROSS_ENTROPY_LOSS)
                .withColors(List.of(new ClassColor(1), new ClassColor(2)));
        Experiment four = Edits.apply(start, new Edit.Reshape(1, 4, 1, 1));
        assertThat(four.classes()).containsExactly("a", "b", "class 2", "class 3");
        Experiment one = Edits.apply(four, new Edit.Reshape(1, 1, 1, 1));
        assertThat(one.classes()).containsExactly("a");
        assertThat(one.colors()).containsExactly(new ClassColor(1));
        Experiment unnamed = start.withClasses(List.of("a"));
        assertThat(Edits.apply(unnamed, new Edit.Reshape(1, 4, 1, 1)).classes()).containsExactly("a");
    }

    @Test
    void theSameShapeIsNoChangeAndNoSizeIsBelowOne() {
        Shape shape = Shape.of(1, 2, 1, 1);
        Experiment start = experiment(
                Tensor.zeros(shape), LabelArray.ofLongs(DType.INT64, shape.remove(1), 0), LossKind.CROSS_ENTROPY_LOSS);
        assertThat(Edits.apply(start, new Edit.Reshape(1, 2, 1, 1))).isSameAs(start);
        assertThatThrownBy(() -> Edits.apply(start, new Edit.Reshape(1, 2, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
