package lossgrid.ui.session;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * Work off the JavaFX thread; results come back on it. There are two threads, each of which does one piece after the other: what is to be shown never waits
 * for what is only to be said about it.
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

    /** Requests of one kind, of which only the newest is worth waiting for: a newer one takes the place of one that has not ended. */
    public static final class Newest {
        private final ExecutorService thread;
        private @Nullable Task<?> last;

        private Newest(ExecutorService thread) {
            this.thread = thread;
        }

        /** Drops the result of what has not ended. */
        public void cancel() {
            if (last != null) {
                last.cancel(false);
                last = null;
            }
        }

        /** As {@link Background#run}, unless a newer request comes first; work that has begun goes on, but its result is dropped. */
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            cancel();
            Task<T> next = task(work);
            next.setOnSucceeded(_ -> {
                if (isNewest(next)) {
                    done.accept(next.getValue());
                }
            });
            next.setOnFailed(_ -> {
                if (isNewest(next)) {
                    failed.accept(next.getException());
                }
            });
            last = next;
            execute(thread, next);
        }

        /** What has ended can no longer be cancelled, but its result may still be on its way to the JavaFX thread. */
        @SuppressWarnings("ReferenceEquality") // Of requests, which are never equal.
        private boolean isNewest(Task<?> ended) {
            return last == ended;
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
        execute(thread, task(work, done, failed));
    }

    /** Nobody waits for what is asked after the window has closed, as a pause does that ends just then. */
    private static void execute(ExecutorService thread, Task<?> task) {
        if (!thread.isShutdown()) {
            thread.execute(task);
        }
    }

    private static <T> Task<T> task(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Task<T> task = task(work);
        task.setOnSucceeded(_ -> done.accept(task.getValue()));
        task.setOnFailed(_ -> failed.accept(task.getException()));
        return task;
    }

    private static <T> Task<T> task(Callable<T> work) {
        return new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.call();
            }
        };
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
