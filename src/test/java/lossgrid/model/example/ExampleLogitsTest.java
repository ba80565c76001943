package lossgrid.model.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.SetCell;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.edit.History;
import lossgrid.model.edit.Importing;
import lossgrid.model.edit.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExampleLogitsTest {
    /** Three vertical stripes: the left, middle and right third hold these values. */
    private static LabelArray stripes(DType dtype, int size, long... values) {
        return LabelArray.ofLongs(dtype, Shape.of(size, size), i -> values[i % size * values.length / size]);
    }

    /** The share of pixels whose largest logit is that of their stripe's class. */
    private static double agreement(Tensor logits, int... classes) {
        int size = logits.shape().dim(3);
        int right = 0;
        for (int i = 0; i < size * size; i++) {
            right += best(logits, i) == classes[i % size * classes.length / size] ? 1 : 0;
        }
        return right / (double) (size * size);
    }

    private static int best(Tensor logits, int pixel) {
        int channels = logits.shape().dim(1);
        int best = 0;
        for (int c = 1; c < channels; c++) {
            best = logits.inPlane(c, pixel) > logits.inPlane(best, pixel) ? c : best;
        }
        return channels == 1 ? logits.inPlane(0, pixel) > 0 ? 1 : 0 : best;
    }

    @Test
    void logitsLeanTowardsTheClassOfEachPixel() {
        Tensor logits = ExampleLogits.logits(stripes(DType.UINT8, 30, 2, 0, 1), 3, 5);
        assertThat(logits.shape()).isEqualTo(Shape.of(1, 3, 30, 30));
        assertThat(agreement(logits, 2, 0, 1)).isBetween(0.93, 1.0);
    }

    @Test
    void valuesThatAreNoClassesCountByTheirRank() {
        assertThat(agreement(ExampleLogits.logits(stripes(DType.UINT8, 30, 255, 0, 255), 2, 1), 1, 0, 1))
                .isGreaterThan(0.93);
        assertThat(agreement(ExampleLogits.logits(stripes(DType.INT32, 30, 700, -5, 90), 3, 1), 2, 0, 1))
                .isGreaterThan(0.93);
        LabelArray halves = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(30, 30), i -> i % 30 < 15 ? 0.25 : Double.NaN);
        Tensor logits = ExampleLogits.logits(halves, 2, 1);
        assertThat(IntStream.range(0, 900).filter(i -> i % 30 < 14).filter(i -> best(logits, i) == 0))
                .hasSizeGreaterThan(400);
        assertThat(logits.toArray()).doesNotContain(Float.NaN);
    }

    @Test
    void oneClassLeansUpAndDown() {
        assertThat(agreement(ExampleLogits.logits(stripes(DType.UINT8, 30, 255, 0, 255), 1, 1), 1, 0, 1))
                .isGreaterThan(0.93);
    }

    @Test
    void colorsAndOneHotLabelsAreRead() {
        LabelArray colors = LabelArray.ofLongs(DType.UINT8, Shape.of(30, 30, 3), i -> i / 3 % 30 < 15 ? 200 : 10);
        assertThat(agreement(ExampleLogits.logits(colors, 2, 1), 1, 0)).isGreaterThan(0.93);
        LabelArray oneHot = LabelArray.ofLongs(
                DType.FLOAT32, Shape.of(1, 3, 30, 30), i -> i / 900 == (i % 30 < 15 ? 2 : 1) ? 1 : 0);
        assertThat(agreement(ExampleLogits.logits(oneHot, 3, 1), 2, 1)).isGreaterThan(0.93);
    }

    @Test
    void bordersAreInDoubt() {
        Tensor logits = ExampleLogits.logits(stripes(DType.UINT8, 60, 1, 0), 2, 3);
        double atBorder = margin(logits, 29) + margin(logits, 30);
        double inside = margin(logits, 10) + margin(logits, 50);
        assertThat(atBorder).isPositive().isLessThan(inside / 2);
    }

    /** The mean distance of the two classes in a column. */
    private static double margin(Tensor logits, int column) {
        return IntStream.range(0, 60)
                .map(row -> row * 60 + column)
                .mapToDouble(i -> logits.inPlane(1, i) - logits.inPlane(0, i))
                .map(d -> column < 30 ? d : -d)
                .average()
                .orElseThrow();
    }

    @Test
    void theSameSeedGivesTheSame() {
        LabelArray labels = stripes(DType.UINT8, 12, 2, 0, 1);
        assertThat(ExampleLogits.logits(labels, 3, 7)).isEqualTo(ExampleLogits.logits(labels, 3, 7));
        assertThat(ExampleLogits.logits(labels, 3, 7)).isNotEqualTo(ExampleLogits.logits(labels, 3, 8));
    }

    @Test
    void batchesAreKept() {
        assertThat(ExampleLogits.logits(LabelArray.ofLongs(DType.INT64, Shape.of(2, 5, 6), _ -> 0), 4, 0)
                        .shape())
                .isEqualTo(Shape.of(2, 4, 5, 6));
        assertThat(ExampleLogits.logits(LabelArray.ofLongs(DType.INT64, Shape.of(2, 1, 5, 6), _ -> 0), 4, 0)
                        .shape())
                .isEqualTo(Shape.of(2, 4, 5, 6));
        assertThat(ExampleLogits.logits(LabelArray.ofLongs(DType.INT64, Shape.of(7), _ -> 0), 4, 0)
                        .shape())
                .isEqualTo(Shape.of(1, 4, 1, 7));
    }

    @Test
    void refusesWhatWouldNotFitInMemory() {
        LabelArray large = LabelArray.ofLongs(DType.BOOL, Shape.of(1024, 2048), _ -> 0);
        assertThat(ExampleLogits.isAffordable(large, null, 19)).isTrue();
        assertThat(ExampleLogits.isAffordable(large, null, 150)).isFalse();
        assertThatThrownBy(() -> ExampleLogits.logits(large, 150, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExampleLogits.logits(large, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ExampleLogits.isAffordable(LabelArray.ofLongs(DType.BOOL, Shape.of(0, 3), _ -> 0), null, 2))
                .isFalse();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void aLargeMaskIsQuick() {
        LabelArray large = LabelArray.ofLongs(DType.UINT8, Shape.of(1024, 2048), i -> i / 97 % 2 * 255);
        Tensor logits = ExampleLogits.logits(large, 2, 1);
        assertThat(logits.size()).isEqualTo(2 * 1024 * 2048);
    }

    @Test
    void takingInKeepsLogitsThatFit() {
        Experiment start = SmallExperiments.twoChannels();
        Shape pixels = start.logits().shape().remove(1);
        LabelArray fitting = LabelArray.ofLongs(DType.UINT8, pixels, _ -> 255);
        LabelSource source =
                new LabelSource("m.png", LabelSource.Format.PNG, LabelSource.Layout.GREY, "uint8", 8, List.of());

        Experiment taken = Importing.labels(start, fitting, source).orElseThrow();
        assertThat(taken).isEqualTo(start.withLabels(fitting).withSource(source));
        assertThat(taken.logits()).isSameAs(start.logits());
        assertThat(Edits.apply(taken, new Edit.SetLabels(fitting, Optional.of(source))))
                .isSameAs(taken);
        assertThat(Edits.apply(taken, new Edit.SetLabels(fitting, Optional.empty()))
                        .source())
                .isNull();
    }

    @Test
    void takingInMakesLogitsWhereTheyDoNotFit() {
        History history = new History(SmallExperiments.twoChannels());
        Experiment start = history.present();
        LabelArray mask = stripes(DType.UINT8, 30, 2, 0, 1);

        Experiment taken = history.apply(
                new Edit.Import(Importing.labels(start, mask, null).orElseThrow()));
        assertThat(taken.labels()).isEqualTo(mask);
        assertThat(taken.logits()).isEqualTo(ExampleLogits.logits(mask, 3, 1));
        assertThat(taken.classes()).as("names of other classes").isEmpty();
        assertThat(history.undo()).isSameAs(start);
        assertThat(Edits.apply(start, new Edit.SetLabels(mask, Optional.empty())))
                .as("labels alone")
                .isEqualTo(start.withLabels(mask));
    }

    @Test
    void whatIsMadeOfExampleLogitsIsOne() {
        LabelArray mask = stripes(DType.UINT8, 30, 2, 0, 1);
        Experiment taken =
                Importing.labels(SmallExperiments.twoChannels(), mask, null).orElseThrow();
        assertThat(taken.hasExampleLogits()).isTrue();
        List<Edit> keep = List.of(
                new Edit.Crop(1, 2, 3, 4),
                new Edit.Reshape(1, 4, 5, 6),
                new Edit.SwitchRoute(Route.SIGMOID),
                new Edit.SetTitle("other"),
                SetCell.label(0, new Scalar.Whole(1)));
        assertThat(keep).allSatisfy(edit -> assertThat(Edits.apply(taken, edit).hasExampleLogits())
                .isTrue());
        assertThat(Edits.apply(taken, SetCell.logit(0, 7)).hasExampleLogits())
                .as("touched")
                .isFalse();
        assertThat(Edits.apply(SmallExperiments.twoChannels(), new Edit.Crop(0, 0, 1, 1))
                        .hasExampleLogits())
                .isFalse();
    }

    @Test
    void labelsHaveOneToFourDimensions() {
        LabelArray scalar = LabelArray.ofLongs(DType.UINT8, Shape.SCALAR, 1);
        LabelArray five = LabelArray.ofLongs(DType.UINT8, Shape.of(1, 1, 1, 1, 1), 1);
        for (LabelArray labels : List.of(scalar, five)) {
            assertThatThrownBy(() -> new Edit.SetLabels(labels, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Importing.labels(SmallExperiments.twoChannels(), labels, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
