package lossgrid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class UncaughtErrorsTest {
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void remember() {
        before = Thread.getDefaultUncaughtExceptionHandler();
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void aBugIsShownOnce() throws InterruptedException {
        List<String> shown = new ArrayList<>();
        UncaughtErrors.install(shown::add);
        failOnAThread("first");
        failOnAThread("second");
        assertThat(shown).containsExactly("java.lang.IllegalStateException: first");
    }

    private static void failOnAThread(String message) throws InterruptedException {
        Thread thread = Thread.ofPlatform().start(() -> {
            throw new IllegalStateException(message);
        });
        thread.join();
    }
}
