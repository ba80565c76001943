package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lossgrid.fixtures.ArbitraryEdits;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.SetCell;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {
    private static final int EDITS = 60;
    private static final int MAX_STEPS = 1_000;

    private final Experiment start = SmallExperiments.oneChannel();
    private final History history = new History(start);

    private static Edit logit(float value) {
        return SetCell.logit(0, value);
    }

    @Test
    void aNewHistoryHasNothingToUndo() {
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo()).isSameAs(start);
        assertThat(history.redo()).isSameAs(start);
    }

    @Test
    void undoTakesOneStepBackAndRedoOneForward() {
        Experiment first = history.apply(logit(1));
        Experiment second = history.apply(logit(2));
        assertThat(history.undo()).isSameAs(first);
        assertThat(history.undo()).isSameAs(start);
        assertThat(history.canUndo()).isFalse();
        assertThat(history.redo()).isSameAs(first);
        assertThat(history.redo()).isSameAs(second);
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        history.apply(logit(1));
        history.undo();
        Experiment other = history.apply(logit(2));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.redo()).isSameAs(other);
        assertThat(history.undo()).isSameAs(start);
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        history.apply(logit(1));
        Experiment before = history.undo();
        assertThat(history.apply(logit(start.logits().at(0)))).isSameAs(before);
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).as("what was undone can still be redone").isTrue();
    }

    @Test
    void theEditsOfOneGestureAreOneStep() {
        History.Gesture drag = new History.Gesture();
        for (int i = 1; i <= 10; i++) {
            history.apply(logit(i), drag);
        }
        assertThat(history.present().logits().at(0)).isEqualTo(10);
        assertThat(history.undo()).isSameAs(start);
        assertThat(history.redo().logits().at(0)).isEqualTo(10);
    }

    @Test
    void anotherGestureIsAnotherStep() {
        history.apply(logit(1), new History.Gesture());
        Experiment first = history.present();
        history.apply(logit(2), new History.Gesture());
        assertThat(history.undo()).isSameAs(first);
    }

    @Test
    void anEditBetweenEndsAGesture() {
        History.Gesture drag = new History.Gesture();
        history.apply(logit(1), drag);
        Experiment between = history.apply(logit(2));
        history.apply(logit(3), drag);
        assertThat(history.undo()).isSameAs(between);
    }

    @Test
    void undoEndsAGesture() {
        History.Gesture drag = new History.Gesture();
        history.apply(logit(1), drag);
        history.undo();
        history.apply(logit(2), drag);
        assertThat(history.undo()).isSameAs(start);
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int i = 1; i <= MAX_STEPS + 5; i++) {
            history.apply(logit(i));
        }
        int steps = 0;
        while (history.canUndo()) {
            history.undo();
            steps++;
        }
        assertThat(steps).isEqualTo(MAX_STEPS);
        assertThat(history.present().logits().at(0)).isEqualTo(5);
    }

    @Test
    void stepsOfALargeGridAreForgottenBeforeTheyFillTheMemory() {
        int planeBytes = Float.BYTES * start.logits().shape().planeSize();
        History small = new History(start, 3L * planeBytes);
        for (int i = 1; i <= 10; i++) {
            small.apply(logit(i));
        }
        small.undo();
        small.undo();
        small.undo();
        assertThat(small.canUndo()).isFalse();
        assertThat(small.present().logits().at(0)).isEqualTo(7);
        History smallest = new History(start, 0);
        smallest.apply(logit(1));
        assertThat(smallest.undo()).isSameAs(start);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void undoIsTheInverseOfAnyEdits(long seed) {
        Draw draw = new Draw(seed);
        ArbitraryEdits edits = new ArbitraryEdits(draw);
        List<Experiment> documents = new ArrayList<>(List.of(history.present()));
        for (int i = 0; i < EDITS; i++) {
            Experiment before = history.present();
            Experiment after = history.apply(edits.next(before));
            if (!after.equals(before)) {
                documents.add(after);
            }
        }
        for (int i = documents.size() - 2; i >= 0; i--) {
            assertThat(history.undo()).isSameAs(documents.get(i));
        }
        assertThat(history.canUndo()).isFalse();
        for (int i = 1; i < documents.size(); i++) {
            assertThat(history.redo()).isSameAs(documents.get(i));
        }
        assertThat(history.canRedo()).isFalse();
    }
}
