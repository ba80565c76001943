package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.SetCell;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.Experiment;
import lossgrid.model.text.Parsed;
import lossgrid.model.text.PastedArray;
import lossgrid.model.text.RoundTripText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillsTest {
    private static final Experiment LESSON = Lesson.TWO_CHANNEL.open();
    private static final CellIndices SOME = CellIndices.of(0, 3, 4);

    private static Experiment with(DType dtype) {
        return LESSON.withLabels(LESSON.labels().to(dtype));
    }

    private static Edit ready(Parsed<Edit> input) {
        assertThat(input).isInstanceOf(Parsed.Value.class);
        return ((Parsed.Value<Edit>) input).value();
    }

    @Test
    void fillingSetsTheCellsAndNoOthers() {
        float[] expected = LESSON.logits().toArray();
        for (int cell : SOME.toArray()) {
            expected[cell] = -2.5f;
        }
        Experiment after = Edits.apply(LESSON, ready(Fills.fill(LESSON, EditableArray.LOGITS, SOME, "-2.5")));
        assertThat(after.logits().toArray()).isEqualTo(expected);
    }

    @Test
    void manyCellsShareThePlanesThatStay() {
        Experiment after = Edits.apply(LESSON, Fills.clear(EditableArray.LOGITS, SOME));
        assertThat(IntStream.range(0, 4).mapToObj(p -> after.logits().samePlane(LESSON.logits(), p)))
                .containsExactly(false, false, true, true);
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // That nothing has been copied is the point.
    void settingWhatIsThereChangesNothing() {
        CellIndices all = CellIndices.of(IntStream.range(0, 16).toArray());
        Experiment same = Edits.apply(
                LESSON,
                new Edit.SetCells(
                        EditableArray.LOGITS, all, LESSON.logits().toLabels().reshape(Shape.of(16))));
        assertThat(same == LESSON).isTrue();
        CellIndices labels = CellIndices.of(IntStream.range(0, 8).toArray());
        Experiment sameLabels = Edits.apply(
                LESSON,
                new Edit.SetCells(EditableArray.LABELS, labels, LESSON.labels().reshape(Shape.of(8))));
        assertThat(sameLabels == LESSON).isTrue();
    }

    @Test
    void ofTwoValuesForOneCellTheLaterCounts() {
        Edit edit = SetCell.logits(CellIndices.of(2, 2), 1, 7);
        assertThat(Edits.apply(LESSON, edit).logits().at(2)).isEqualTo(7f);
        Edit back = SetCell.logits(CellIndices.of(2, 2), 1, LESSON.logits().at(2));
        assertThat(Edits.apply(LESSON, back).logits()).isEqualTo(LESSON.logits());
    }

    @Test
    void aSeriesCountsInDecimal() {
        Edit edit = ready(
                Fills.series(LESSON, EditableArray.LOGITS, CellIndices.of(0, 1, 2, 3), "0", new BigDecimal("0.1")));
        assertThat(Edits.apply(LESSON, edit).logits().toArray()).startsWith(0f, 0.1f, 0.2f, 0.3f);
    }

    @Test
    void aSeriesOfWholeLabelsMustStayWhole() {
        Edit edit = ready(Fills.series(LESSON, EditableArray.LABELS, SOME, "5", BigDecimal.ONE));
        LabelArray labels = Edits.apply(LESSON, edit).labels();
        assertThat(labels.longAt(0)).isEqualTo(5);
        assertThat(labels.longAt(4)).isEqualTo(7);
        assertThat(Fills.series(LESSON, EditableArray.LABELS, SOME, "0", new BigDecimal("0.5")))
                .isEqualTo(new Parsed.Rejected<>(Parsed.Problem.NOT_WHOLE, "0.5"));
    }

    @Test
    void whatTheDtypeCannotHoldIsRefused() {
        assertThat(Fills.fill(with(DType.UINT8), EditableArray.LABELS, SOME, "256"))
                .isEqualTo(new Parsed.Rejected<>(Parsed.Problem.OUT_OF_RANGE, "256"));
        assertThat(Fills.fill(LESSON, EditableArray.LOGITS, SOME, "1e39"))
                .isEqualTo(new Parsed.Rejected<>(Parsed.Problem.OUT_OF_RANGE, "1e39"));
        assertThat(Fills.fill(LESSON, EditableArray.LOGITS, SOME, "much"))
                .isEqualTo(new Parsed.Rejected<>(Parsed.Problem.NOT_A_NUMBER, "much"));
        LabelArray values = LabelArray.ofDoubles(DType.FLOAT64, Shape.of(3), 1, 2, Double.NaN);
        assertThat(Fills.set(LESSON, EditableArray.LABELS, SOME, values))
                .isEqualTo(new Parsed.Rejected<>(Parsed.Problem.NOT_WHOLE, "nan"));
    }

    @Test
    void wholeFloatsAreGoodLabels() {
        LabelArray values = LabelArray.ofDoubles(DType.FLOAT64, Shape.of(3), 1, 0, 255);
        Experiment after = Edits.apply(LESSON, ready(Fills.set(LESSON, EditableArray.LABELS, SOME, values)));
        assertThat(after.labels().longAt(4)).isEqualTo(255);
        assertThat(after.labels().dtype()).isEqualTo(DType.INT64);
    }

    @Test
    void scrubbingThereAndBackIsExact() {
        CellIndices all = CellIndices.of(IntStream.range(0, 16).toArray());
        Experiment scrubbed = LESSON;
        for (int i = 0; i < 200; i++) {
            scrubbed = Edits.apply(scrubbed, Fills.add(scrubbed, EditableArray.LOGITS, all, new BigDecimal("0.1")));
        }
        for (int i = 0; i < 200; i++) {
            scrubbed = Edits.apply(scrubbed, Fills.add(scrubbed, EditableArray.LOGITS, all, new BigDecimal("-0.1")));
        }
        assertThat(scrubbed.logits()).isEqualTo(LESSON.logits());
    }

    @Test
    void nanAndInfinityDoNotMove() {
        Edit set = SetCell.logits(CellIndices.of(0, 1), Float.NaN, Float.NEGATIVE_INFINITY);
        Experiment before = Edits.apply(LESSON, set);
        Edit add = Fills.add(before, EditableArray.LOGITS, CellIndices.of(0, 1), BigDecimal.ONE);
        assertThat(Edits.apply(before, add).logits()).isEqualTo(before.logits());
    }

    @Test
    void labelsStepAmongTheClassesAndOthersTowardsThem() {
        Experiment before = Edits.apply(
                LESSON,
                new Edit.SetCells(
                        EditableArray.LABELS,
                        CellIndices.of(0, 1, 2),
                        LabelArray.ofLongs(DType.INT64, Shape.of(3), 1, -1, 255)));
        Experiment up =
                Edits.apply(before, Fills.add(before, EditableArray.LABELS, CellIndices.of(0, 1, 2), BigDecimal.ONE));
        assertThat(List.of(
                        up.labels().longAt(0),
                        up.labels().longAt(1),
                        up.labels().longAt(2)))
                .containsExactly(1L, 0L, 256L);
        Experiment bytes = with(DType.UINT8);
        Experiment top = Edits.apply(bytes, ready(Fills.fill(bytes, EditableArray.LABELS, CellIndices.of(0), "255")));
        assertThat(Edits.apply(top, Fills.add(top, EditableArray.LABELS, CellIndices.of(0), BigDecimal.ONE)))
                .isEqualTo(top);
    }

    @Test
    void aSeedAlwaysGivesTheSameValues() {
        CellIndices all = CellIndices.of(IntStream.range(0, 16).toArray());
        Edit once = Fills.randomize(LESSON, EditableArray.LOGITS, all, 42, 2);
        assertThat(Fills.randomize(LESSON, EditableArray.LOGITS, all, 42, 2)).isEqualTo(once);
        assertThat(Fills.randomize(LESSON, EditableArray.LOGITS, all, 43, 2)).isNotEqualTo(once);
        // java.util.Random is specified, so this holds on every machine.
        assertThat(Edits.apply(LESSON, once).logits().at(0)).isEqualTo(2.2838106f);
    }

    @Test
    void randomLogitsHaveTheirSigma() {
        Experiment large = LESSON.withLogits(Tensor.zeros(Shape.of(1, 1, 100, 100)));
        CellIndices all = CellIndices.of(IntStream.range(0, 10_000).toArray());
        Tensor x = Edits.apply(large, Fills.randomize(large, EditableArray.LOGITS, all, 1, 3))
                .logits();
        double squares =
                IntStream.range(0, 10_000).mapToDouble(i -> x.at(i) * x.at(i)).sum();
        assertThat(Math.sqrt(squares / 10_000)).isBetween(2.9, 3.1);
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void randomLabelsAreClasses(Lesson lesson) {
        Experiment before = lesson.open();
        CellIndices all =
                CellIndices.of(IntStream.range(0, before.labels().size()).toArray());
        LabelArray y = Edits.apply(before, Fills.randomize(before, EditableArray.LABELS, all, 7, 1))
                .labels();
        assertThat(IntStream.range(0, y.size()).mapToDouble(y::doubleAt))
                .allMatch(label -> label >= 0 && label < Fills.classes(before))
                .contains(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void undoTakesBackEveryBulkEdit(long seed) {
        Random random = new Random(seed);
        Experiment start = Lesson.ASYMMETRIC.open();
        History history = new History(start);
        Deque<Experiment> states = new ArrayDeque<>();
        for (int i = 0; i < 100; i++) {
            Experiment before = history.present();
            history.apply(randomEdit(before, random));
            if (!history.present().equals(before)) {
                states.push(before);
            }
        }
        Experiment last = history.present();
        assertThat(states).isNotEmpty();
        while (!states.isEmpty()) {
            assertThat(history.undo()).as("seed %d", seed).isEqualTo(states.pop());
        }
        assertThat(history.canUndo()).isFalse();
        assertThat(history.present()).isEqualTo(start);
        while (history.canRedo()) {
            history.redo();
        }
        assertThat(history.present()).isEqualTo(last);
    }

    private static Edit randomEdit(Experiment present, Random random) {
        EditableArray grid = random.nextBoolean() ? EditableArray.LOGITS : EditableArray.LABELS;
        CellIndices cells = CellIndices.of(
                random.ints(1 + random.nextInt(8), 0, grid.values(present).size())
                        .toArray());
        return switch (random.nextInt(4)) {
            case 0 -> Fills.clear(grid, cells);
            case 1 -> Fills.randomize(present, grid, cells, random.nextLong(), 1);
            case 2 -> Fills.add(present, grid, cells, BigDecimal.valueOf(random.nextInt(-2, 3)));
            default -> ready(Fills.fill(present, grid, cells, Integer.toString(random.nextInt(3))));
        };
    }

    @Test
    void aCancelledGestureLeavesNoStep() {
        History history = new History(LESSON);
        History.Gesture gesture = new History.Gesture();
        history.apply(SetCell.logit(0, 1), gesture);
        history.apply(SetCell.logit(0, 2), gesture);
        assertThat(history.cancel(gesture)).isEqualTo(LESSON);
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).isFalse();
        history.apply(SetCell.logit(0, 3));
        history.cancel(gesture);
        assertThat(history.present().logits().at(0)).isEqualTo(3f);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void textsReadBackAsTheSameFloat(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            LabelArray read = ((PastedArray.Values) PastedArray.parse(RoundTripText.of(value))).array();
            assertThat(Float.valueOf((float) read.doubleAt(0)))
                    .as("%x", Float.floatToIntBits(value))
                    .isEqualTo(Float.valueOf(value));
        }
        assertThat(List.of(
                        RoundTripText.of(0f),
                        RoundTripText.of(-0f),
                        RoundTripText.of(0.3164f),
                        RoundTripText.of(3f),
                        RoundTripText.of(Float.NaN)))
                .containsExactly("0", "-0.0", "0.3164", "3", "nan");
    }
}
