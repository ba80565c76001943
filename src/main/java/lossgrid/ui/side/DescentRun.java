package lossgrid.ui.side;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Descent;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.History;
import lossgrid.model.edit.LossTrace;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Steps down the gradient, one by one or running. Consecutive steps form a descent with one curve; any other change of
 * the document ends it. A run from start to stop is one step of undo.
 */
final class DescentRun {
    private final Session session;
    private final Runnable begins;
    private final Runnable changed;
    private final Clock clock = new Clock();
    private double rate = 1;
    private @Nullable Tensor origin;
    private @Nullable LossTrace trace;
    /** The document after the last step; any other does not belong to this descent. */
    private @Nullable Experiment expected;

    private final Background.Newest later;
    private boolean isStepping;
    private boolean awaitsAnalysis;
    private boolean applying;
    private Optional<Descent.Outcome> ending = Optional.empty();

    /** Calls {@code begins} before each step, and {@code changed} whenever there is something new to show. */
    DescentRun(Session session, Runnable begins, Runnable changed) {
        this.session = session;
        this.begins = begins;
        this.changed = changed;
        later = session.newestShown();
        session.follow(Frame::analysis, this::analyzed);
    }

    void setRate(double value) {
        rate = value;
        ending = Optional.empty();
        changed.run();
    }

    double rate() {
        return rate;
    }

    boolean isRunning() {
        return clock.gesture != null;
    }

    Optional<LossTrace> trace() {
        return Optional.ofNullable(trace);
    }

    /** The reason why the last step was not taken; empty while all were. */
    Optional<Descent.Outcome> ending() {
        return ending;
    }

    void step() {
        step(new History.Gesture());
    }

    void run() {
        ending = Optional.empty();
        clock.start();
        changed.run();
    }

    void stop() {
        clock.stop();
        drop();
        changed.run();
    }

    /** Goes back to the logits before the first step. */
    void reset() {
        Tensor before = origin;
        clock.stop();
        drop();
        forget();
        if (before != null) {
            session.apply(new Edit.SetLogits(before));
        }
        changed.run();
    }

    @SuppressWarnings("ReferenceEquality") // The history's documents are compared by identity.
    private void step(History.Gesture gesture) {
        Analysis analysis = session.analysis();
        if (analysis.experiment() != session.experiment()) {
            return; // Still being analyzed; the next tick may find it done.
        }
        if (session.isAtOnce(analysis.experiment().logits().size())) {
            accept(analysis, Descent.step(analysis, rate), gesture);
        } else if (!isStepping) {
            isStepping = true;
            double lr = rate;
            later.run(
                    () -> Descent.step(analysis, lr),
                    outcome -> {
                        isStepping = false;
                        if (analysis.experiment() == session.experiment()) {
                            accept(analysis, outcome, gesture);
                        }
                    },
                    failure -> {
                        isStepping = false;
                        Background.report(failure);
                    });
        }
    }

    /** Forgets the step that is being computed for a large document. */
    private void drop() {
        later.cancel();
        isStepping = false;
    }

    private void accept(Analysis analysis, Descent.Outcome outcome, History.Gesture gesture) {
        switch (outcome) {
            case Descent.Outcome.Step(var edit) -> take(analysis, edit, gesture);
            case Descent.Outcome.Still still -> end(still);
            case Descent.Outcome.Impossible thrown -> end(thrown);
        }
    }

    private void end(Descent.Outcome outcome) {
        ending = Optional.of(outcome);
        stop();
    }

    private void take(Analysis analysis, Edit.SetLogits edit, History.Gesture gesture) {
        if (trace == null) {
            origin = analysis.experiment().logits();
            trace = new LossTrace(analysis.loss().value().map(LossResult::value).orElse(Float.NaN));
        }
        begins.run();
        applying = true;
        session.apply(edit, gesture);
        applying = false;
        expected = session.experiment();
        awaitsAnalysis = true;
        ending = Optional.empty();
        analyzed();
    }

    @SuppressWarnings(
            "ReferenceEquality") // A document equal to the expected one may still be another step of the history.
    private void analyzed() {
        if (applying) {
            return;
        }
        Analysis analysis = session.analysis();
        if (awaitsAnalysis && session.experiment() == expected && analysis.experiment() != expected) {
            return; // A large document is still being analyzed.
        }
        if (analysis.experiment() != expected) {
            clock.stop();
            forget();
        } else if (awaitsAnalysis && trace != null) {
            awaitsAnalysis = false;
            trace.add(analysis.loss().value().map(LossResult::value).orElse(Float.NaN));
            session.frame()
                    .facts()
                    .obstacle()
                    .map(Descent.Outcome.Impossible::new)
                    .ifPresent(this::end);
        }
        changed.run();
    }

    private void forget() {
        origin = null;
        trace = null;
        expected = null;
        awaitsAnalysis = false;
        ending = Optional.empty();
    }

    /**
     * Ticks while a descent runs, at most once a frame. A {@code Timeline} makes up for every tick that it has missed:
     * where a step takes longer than the pace, it would only fall further behind, and the window would not answer any
     * more.
     */
    private final class Clock extends AnimationTimer {
        private static final long PACE_NANOS = 40_000_000;

        private long due;
        private History.@Nullable Gesture gesture;

        @Override
        public void start() {
            gesture = new History.Gesture();
            due = 0;
            super.start();
        }

        @Override
        public void stop() {
            gesture = null;
            super.stop();
        }

        @Override
        public void handle(long now) {
            if (due == 0) {
                due = now + PACE_NANOS;
            } else if (now >= due && gesture != null) {
                due = Math.max(due + PACE_NANOS, now);
                step(gesture);
            }
        }
    }
}
