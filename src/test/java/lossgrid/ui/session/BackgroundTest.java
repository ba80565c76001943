package lossgrid.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lossgrid.fixtures.OneAtATime;
import lossgrid.journey.UserRobot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@OneAtATime
class BackgroundTest {
    private final List<Integer> results = new ArrayList<>();

    @BeforeEach
    void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private void done(int result) {
        results.add(result);
    }

    private static void failed(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Test
    void whatIsAskedAfterItHasClosedIsDropped() {
        AtomicInteger runs = new AtomicInteger();
        Background background = new Background();
        Background.Newest newest = background.newest();
        Background.Newest shown = background.newestShown();
        background.finish();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            newest.run(runs::incrementAndGet, this::done, BackgroundTest::failed);
            shown.run(runs::incrementAndGet, this::done, BackgroundTest::failed);
            background.run(runs::incrementAndGet, this::done, BackgroundTest::failed);
            return true;
        });
        UserRobot.settle();
        assertThat(runs).hasValue(0);
        assertThat(results).isEmpty();
    }

    @Test
    void onlyTheNewestRequestThatWaitsIsRun() {
        AtomicInteger runs = new AtomicInteger();
        try (Background background = new Background()) {
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
                Background.Newest newest = background.newest();
                newest.run(
                        () -> {
                            begun.countDown();
                            go.await();
                            return runs.incrementAndGet();
                        },
                        this::done,
                        BackgroundTest::failed);
                begun.await();
                for (int i = 0; i < 5; i++) {
                    newest.run(runs::incrementAndGet, this::done, BackgroundTest::failed);
                }
                go.countDown();
                return true;
            });
            background.finish();
        }
        UserRobot.settle();
        assertThat(runs).hasValue(2);
        assertThat(results).containsExactly(2);
    }

    @Test
    void oneKindDoesNotReplaceAnother() {
        try (Background background = new Background()) {
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
                Background.Newest one = background.newest();
                Background.Newest other = background.newest();
                one.run(() -> 1, this::done, BackgroundTest::failed);
                other.run(() -> 2, this::done, BackgroundTest::failed);
                background.run(() -> 3, this::done, BackgroundTest::failed);
                other.run(() -> 4, this::done, BackgroundTest::failed);
            });
            background.finish();
        }
        UserRobot.settle();
        assertThat(results).contains(1, 3, 4);
    }

    /**
     * Returns when the thread has done all before, whose results are then on their way to the JavaFX thread, on which
     * this waits.
     */
    private void awaitThread(Background background) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        background.run(
                () -> {
                    reached.countDown();
                    return 0;
                },
                _ -> {},
                BackgroundTest::failed);
        reached.await();
    }

    @Test
    void aResultThatComesAfterANewerRequestIsDropped() {
        try (Background background = new Background()) {
            Background.Newest newest = background.newest();
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
                newest.run(() -> 1, this::done, BackgroundTest::failed);
                awaitThread(background);
                newest.run(() -> 2, this::done, BackgroundTest::failed);
                return true;
            });
            background.finish();
        }
        UserRobot.settle();
        assertThat(results).containsExactly(2);
    }

    @Test
    void nothingComesOfWhatIsCancelledAfterItHasEnded() {
        try (Background background = new Background()) {
            Background.Newest newest = background.newest();
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
                newest.run(() -> 1, this::done, BackgroundTest::failed);
                awaitThread(background);
                newest.cancel();
                return true;
            });
            background.finish();
        }
        UserRobot.settle();
        assertThat(results).isEmpty();
    }
}
