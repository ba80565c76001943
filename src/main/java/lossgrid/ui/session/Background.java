package lossgrid.ui.session;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Work off the JavaFX thread; results come back on it. There are two threads, each of which does one piece after the
 * other: what is to be shown never waits for what is only to be said about it.
 */
public final class Background implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());
    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService thread = thread("lossgrid-background");
    private final ExecutorService analysis = thread("lossgrid-analysis");

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Requests of one kind, of which only the newest is worth waiting for: a newer one takes the place of those that
     * have not ended.
     */
    public static final class Newest {
        private final @Nullable ExecutorService thread;
        /** Whether what has not ended is still wanted. */
        private AtomicBoolean isWanted = new AtomicBoolean(true);

        private Newest(@Nullable ExecutorService thread) {
            this.thread = thread;
        }

        /** Does everything at once, as pictures need it. */
        public static Newest atOnce() {
            return new Newest(null);
        }

        /** Drops the results of what has not ended; work that has begun goes on. */
        public void cancel() {
            isWanted.set(false);
            isWanted = new AtomicBoolean(true);
        }

        /** As {@link Background#run}, unless a newer request comes first. */
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            cancel();
            add(work, done, failed);
        }

        /** As {@link #run}, but beside what has been asked before, all of which a newer request replaces. */
        public <T> void add(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            AtomicBoolean wanted = isWanted;
            if (thread == null) {
                result(work, done, failed).run();
            } else if (!thread.isShutdown()) {
                // Nobody waits for what is asked after the window has closed, as a pause does that ends just then.
                thread.execute(() -> {
                    if (wanted.get()) {
                        Runnable result = result(work, done, failed);
                        onFxThread(() -> {
                            if (wanted.get()) {
                                result.run();
                            }
                        });
                    }
                });
            }
        }

        /** Does the work; what is returned tells of its result. */
        private static <T> Runnable result(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            try {
                T result = work.call();
                return () -> done.accept(result);
            } catch (Throwable failure) { // Of any kind: whoever asked decides.
                return () -> failed.accept(failure);
            }
        }
    }

    public Newest newest() {
        return new Newest(thread);
    }

    /** Requests on the thread that is kept for what the window shows. */
    Newest newestShown() {
        return new Newest(analysis);
    }

    /** Runs {@code work} in the background, then one of the others on the JavaFX thread. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        newest().add(work, done, failed);
    }

    /** Runs {@code action} on the JavaFX thread: at once on it, soon from another. */
    public static void onFxThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Hands a failure that nobody expected to the one handler of such. */
    public static void report(Throwable failure) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }

    /** Drops all work that comes from now on; what there is goes on. */
    @Override
    public void close() {
        thread.shutdown();
        analysis.shutdown();
    }

    /** As {@link #close}, and waits a little for what there is: the program ends, and its files are to be left tidy. */
    public void finish() {
        close();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "work in the background was still going on");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
