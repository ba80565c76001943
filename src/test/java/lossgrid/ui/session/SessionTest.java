package lossgrid.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TensorView;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.OneAtATime;
import lossgrid.fixtures.SetCell;
import lossgrid.io.document.Lesson;
import lossgrid.journey.UserRobot;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Large documents are analysed in the background. */
@OneAtATime
class SessionTest {
    private static final int SIDE = 256;
    private static final long PATIENCE = 20_000;

    @BeforeEach
    void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Experiment large() {
        Experiment lesson = Lesson.TWO_CHANNEL.open();
        return lesson.withLogits(Tensor.zeros(Shape.of(1, 2, SIDE, SIDE)))
                .withLabels(LabelArray.ofLongs(DType.INT64, Shape.of(1, SIDE, SIDE), _ -> 1));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, work);
    }

    private static void run(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE, work);
    }

    @Test
    void theLastAnalysisStaysUntilThatOfTheNewestEditIsReady() throws InterruptedException {
        try (Background background = new Background()) {
            CountDownLatch go = new CountDownLatch(1);
            Experiment small = Lesson.TWO_CHANNEL.open();
            Session session = onFx(() -> new Session(small, background));
            run(() -> {
                background.run(
                        () -> {
                            go.await();
                            return 0;
                        },
                        _ -> {},
                        failure -> {
                            throw new AssertionError(failure);
                        });
                session.open(large());
                session.apply(SetCell.logit(0, 3));
            });
            assertThat(session.frame().isComputing()).isTrue();
            assertThat(session.frame().isStale()).isTrue();
            assertThat(session.analysis().experiment()).isEqualTo(small);
            List<Experiment> analysed = new ArrayList<>();
            CountDownLatch ready = new CountDownLatch(1);
            run(() -> session.follow(Frame::analysis, () -> {
                analysed.add(session.analysis().experiment());
                ready.countDown();
            }));
            go.countDown();
            assertThat(ready.await(PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
            UserRobot.settle();
            assertThat(analysed).hasSize(1);
            assertThat(analysed.getFirst().logits().at(0)).isEqualTo(3);
            assertThat(session.frame().isComputing()).isFalse();
            assertThat(session.frame().isStale()).isFalse();
        }
    }

    @Test
    void aSmallDocumentDoesNotWaitForALargeOne() {
        try (Background background = new Background()) {
            Experiment small = Lesson.TWO_CHANNEL.open();
            Session session = onFx(() -> new Session(large(), background));
            run(() -> {
                session.apply(new Edit.SetOptions(session.experiment().options().withReduction(Reduction.SUM)));
                session.open(small);
                assertThat(session.frame().isComputing()).isFalse();
                assertThat(session.analysis().experiment()).isEqualTo(small);
            });
            UserRobot.settle();
            assertThat(session.analysis().experiment()).isEqualTo(small);
        }
    }

    /** Logits that cannot be read, as a bug would have it. */
    private record Broken(Shape shape) implements TensorView {
        @Override
        public float at(int plane, int cell) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public void copy(int plane, int cell, float[] out, int count) {
            throw new IllegalStateException("a bug");
        }
    }

    @Test
    void nothingIsOnItsWayAfterAnAnalysisHasFailed() throws InterruptedException {
        List<Throwable> reported = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (Background background = new Background()) {
            Experiment small = Lesson.TWO_CHANNEL.open();
            Experiment broken = large().withLogits(new Tensor(new Broken(Shape.of(1, 2, SIDE, SIDE))));
            Session session = onFx(() -> new Session(small, background));
            run(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> reported.add(bug));
                session.open(broken);
                assertThat(session.frame().isComputing()).isTrue();
                session.follow(Frame::isComputing, ended::countDown);
            });
            assertThat(ended.await(PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
            UserRobot.settle();
            assertThat(session.frame().isComputing()).isFalse();
            assertThat(session.frame().document()).isSameAs(broken);
            assertThat(session.analysis().experiment()).isEqualTo(small);
            assertThat(reported).hasSize(1);
            assertThat(reported.getFirst()).hasStackTraceContaining("a bug");
            run(() -> session.open(small));
            assertThat(session.analysis().experiment()).isSameAs(small);
        } finally {
            run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
    }
}
