package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.Test;

class DescentTest {
    private static final Experiment LESSON = Lesson.TWO_CHANNEL.open();

    private static float loss(Experiment experiment) {
        return Analyzer.analyze(experiment).loss().value().orElseThrow().value();
    }

    private static Edit.SetLogits step(Experiment experiment, double rate) {
        return ((Descent.Outcome.Step) Descent.step(Analyzer.analyze(experiment), rate)).edit();
    }

    @Test
    void everyStepLowersTheLoss() {
        for (Lesson lesson : Lesson.values()) {
            Experiment now = lesson.open();
            for (int i = 0; i < 20; i++) {
                float before = loss(now);
                now = Edits.apply(now, step(now, 1));
                assertThat(loss(now)).isLessThan(before);
            }
        }
    }

    @Test
    void aStepIsXMinusRateTimesGradient() {
        Tensor gradient = Tensor.full(LESSON.logits().shape(), 0.5f);
        Descent.Outcome outcome = Descent.step(LESSON, gradient, 0.1);
        Tensor next = ((Descent.Outcome.Step) outcome).edit().logits();
        assertThat(next.at(0)).isEqualTo((float) (LESSON.logits().at(0) - (double) 0.1f * 0.5f));
    }

    @Test
    void aRunIsOneStepOfUndo() {
        History history = new History(LESSON);
        History.Gesture run = new History.Gesture();
        for (int i = 0; i < 5; i++) {
            history.apply(step(history.present(), 1), run);
        }
        assertThat(loss(history.present())).isLessThan(loss(LESSON));
        assertThat(history.undo()).isSameAs(LESSON);
        assertThat(history.canUndo()).isFalse();
        assertThat(loss(history.redo())).isLessThan(loss(LESSON));
    }

    @Test
    void nothingNonFiniteIsStepped() {
        Tensor gradient = Tensor.zeros(LESSON.logits().shape()).with(3, Float.NaN);
        assertThat(Descent.step(LESSON, gradient, 1))
                .isEqualTo(new Descent.Outcome.Impossible(Descent.Reason.GRADIENT_NOT_FINITE));
        Tensor steep = Tensor.zeros(LESSON.logits().shape()).with(3, 1e30f);
        assertThat(Descent.step(LESSON, steep, 1e20))
                .isEqualTo(new Descent.Outcome.Impossible(Descent.Reason.STEP_NOT_FINITE));
        Experiment infinite = LESSON.withLogits(LESSON.logits().with(0, Float.NaN));
        assertThat(Descent.step(Analyzer.analyze(infinite), 1))
                .isEqualTo(new Descent.Outcome.Impossible(Descent.Reason.LOSS_NOT_FINITE));
    }

    @Test
    void aRefusedLossHasNoStep() {
        Experiment thrown = LESSON.withLabels(LESSON.labels().with(0, new Scalar.Whole(7)));
        assertThat(Descent.step(Analyzer.analyze(thrown), 1))
                .isEqualTo(new Descent.Outcome.Impossible(Descent.Reason.NO_LOSS));
    }

    @Test
    void aStepBelowFloat32StandsStill() {
        assertThat(Descent.step(Analyzer.analyze(LESSON), 1e-12)).isEqualTo(new Descent.Outcome.Still());
    }

    @Test
    void ratesAreNumbersAboveZero() {
        assertThat(Descent.rate(" 0.5 ")).hasValue(0.5);
        assertThat(Descent.rate("1e-3")).hasValue(1e-3);
        for (String bad : List.of("", "0", "-1", "one", "1e99", "1e-99", "NaN")) {
            assertThat(Descent.rate(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void logitsOfAnotherShapeAreNoEdit() {
        assertThatThrownBy(() -> Edits.apply(LESSON, new Edit.SetLogits(Tensor.zeros(Shape.of(1, 2, 2, 2)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Edits.apply(LESSON, new Edit.SetLogits(LESSON.logits()))).isSameAs(LESSON);
    }

    @Test
    void aTraceKeepsItsEndsHoweverFewPointsAreDrawn() {
        LossTrace trace = new LossTrace(4f);
        for (int i = 1; i <= 1000; i++) {
            trace.add(4f / (i + 1));
        }
        assertThat(trace.steps()).isEqualTo(1000);
        assertThat(trace.sampledSteps(5)).containsExactly(0, 250, 500, 750, 1000);
        assertThat(trace.first()).isEqualTo(4f);
        assertThat(trace.last()).isEqualTo(4f / 1001);
        assertThat(trace.most()).isEqualTo(4f);
        assertThat(trace.least()).isEqualTo(trace.last());
        trace.add(Float.NaN);
        assertThat(trace.most()).isEqualTo(4f);
        assertThat(new LossTrace(1f).sampledSteps(10)).containsExactly(0);
    }
}
