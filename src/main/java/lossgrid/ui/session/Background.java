package lossgrid.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Task;
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
        private final List<Task<?>> waiting = new ArrayList<>();

        private Newest(@Nullable ExecutorService thread) {
            this.thread = thread;
        }

        /** Does everything at once, as pictures need it. */
        public static Newest atOnce() {
            return new Newest(null);
        }

        /** Drops the results of what has not ended; work that has begun goes on. */
        public void cancel() {
            waiting.forEach(task -> task.cancel(false));
            waiting.clear();
        }

        /** As {@link Background#run}, unless a newer request comes first. */
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            cancel();
            add(work, done, failed);
        }

        private static <T> void runAtOnce(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            T result;
            try {
                result = work.call();
            } catch (Exception failure) {
                failed.accept(failure);
                return;
            }
            done.accept(result);
        }

        /** As {@link #run}, but beside what has been asked before, all of which a newer request replaces. */
        public <T> void add(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            if (thread == null) {
                runAtOnce(work, done, failed);
                return;
            }
            Task<T> next = task(work);
            // What has ended can no longer be cancelled, but its result may still be on its way to the JavaFX thread.
            next.setOnSucceeded(_ -> {
                if (waiting.remove(next)) {
                    done.accept(next.getValue());
                }
            });
            next.setOnFailed(_ -> {
                if (waiting.remove(next)) {
                    failed.accept(next.getException());
                }
            });
            waiting.add(next);
            execute(thread, next);
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
