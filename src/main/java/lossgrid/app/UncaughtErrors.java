package lossgrid.app;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The handler of uncaught exceptions: each is logged, the first is shown, and the document is not changed. */
final class UncaughtErrors {
    private static final System.Logger LOG = System.getLogger(UncaughtErrors.class.getName());

    private UncaughtErrors() {}

    static void install(Consumer<String> show) {
        AtomicBoolean shown = new AtomicBoolean();
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> {
            LOG.log(System.Logger.Level.ERROR, "uncaught on " + thread.getName(), bug);
            if (!shown.getAndSet(true)) {
                show.accept(bug.toString());
            }
        });
    }
}
