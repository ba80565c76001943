package lossgrid.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;
import lossgrid.fixtures.HeadlessFault;
import lossgrid.io.document.Lesson;
import lossgrid.ui.MainWindow;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.PersistentState;
import lossgrid.ui.session.Findings;
import lossgrid.ui.session.Frame;
import lossgrid.words.Language;

/**
 * A monkey at the window, in a process of its own: does what users can do, in random order, and checks after each step
 * what must hold whatever they do. Ends with 1 at the first failure, which it prints with the last steps before it.
 */
final class MonkeyChild {
    /** After so many steps the monkey gets a new window and the next seed, so that a failure is soon found again. */
    private static final int STEPS_A_WINDOW = 500;

    private static final int SHOWN_STEPS = 25;
    private static final int HISTORY_EVERY = 40;
    /** Beside the frames that come by themselves. */
    private static final int LAYOUT_EVERY = 4;

    private static final String FRAMES_A_SECOND = "2";
    private static final int CLOSING_EVERY = 7;
    private static final long PATIENCE_SECONDS = 60;
    /** A file is told from others and read, a document is made of it, and a second file may follow. */
    private static final int ERRANDS = 10;

    private final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    private final Path folder;

    private MonkeyChild(Path folder) {
        this.folder = folder;
    }

    /**
     * Plays.
     *
     * @param args an empty folder, the first seed, and the number of steps
     */
    public static void main(String[] args) throws Exception {
        MonkeyChild child = new MonkeyChild(Path.of(args[0]));
        int exit = child.play(Long.parseLong(args[1]), Integer.parseInt(args[2]));
        // Not exit, whose hooks may wait for the toolkit.
        Runtime.getRuntime().halt(exit);
    }

    private int play(long firstSeed, int steps) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((_, bug) -> bugs.add(bug));
        HeadlessFault.keepFromHandler();
        // Frames take most of the time, and what they show is looked at by other tests.
        System.setProperty("javafx.animation.pulse", FRAMES_A_SECOND);
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        Platform.setImplicitExit(false);
        for (int done = 0; done < steps; done += STEPS_A_WINDOW) {
            long seed = firstSeed + done / STEPS_A_WINDOW;
            Path own = Files.createDirectory(folder.resolve("seed-" + seed));
            AtomicReference<Game> game = new AtomicReference<>();
            onFx(() -> game.set(open(seed, own)));
            try {
                game.get().play(Math.min(STEPS_A_WINDOW, steps - done));
            } catch (AssertionError failure) {
                failure.printStackTrace(System.out);
                System.out.flush();
                return 1;
            }
        }
        return 0;
    }

    private Game open(long seed, Path own) {
        try {
            return new Game(seed, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs on the JavaFX thread, and returns when that is done or, inside, a dialog waits for its answer. */
    private void onFx(Runnable action) {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        Platform.runLater(action);
        Platform.runLater(() -> ran.complete(null));
        ran.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** One window, and what is done in it. */
    private final class Game {
        private final long seed;
        private final Random random;
        private final Deque<String> trail = new ArrayDeque<>();
        private final MonkeyDialogs dialogs;
        private final Stage stage;
        private final MainWindow window;
        private final Monkey monkey;
        private final MonkeyChecks checks;

        Game(long seed, Path folder) throws IOException {
            this.seed = seed;
            random = new Random(seed);
            MonkeyFiles files = new MonkeyFiles(folder, Path.of("src/test/resources/npy"));
            dialogs = new MonkeyDialogs(random, files);
            stage = new Stage();
            window = new MainWindow(
                    stage,
                    Lesson.TWO_CHANNEL,
                    new Messages(Language.ENGLISH),
                    Theme.LIGHT,
                    dialogs,
                    PersistentState.in(folder.resolve("state")));
            window.show();
            monkey = new Monkey(random, window, stage, files);
            checks = new MonkeyChecks(window, stage, dialogs);
            checks.follow();
        }

        void play(int steps) {
            for (int step = 0; step < steps; step++) {
                int now = step;
                onFx(() -> note(monkey.act()));
                awaitQuiet();
                onFx(() -> look(now));
                if (!bugs.isEmpty()) {
                    throw new AssertionError(
                            "seed %d, step %d:%n%s".formatted(seed, step, String.join(System.lineSeparator(), trail)),
                            bugs.peek());
                }
            }
            onFx(this::close);
        }

        private void note(String step) {
            trail.addLast(step);
            if (trail.size() > SHOWN_STEPS) {
                trail.removeFirst();
            }
        }

        /** Waits for files, the analysis and the findings, so that the same seed does the same again. */
        private void awaitQuiet() {
            for (int i = 0; i < ERRANDS; i++) {
                CompletableFuture<Void> errand = new CompletableFuture<>();
                onFx(() -> window.workspace().documents().compute(() -> null, _ -> errand.complete(null)));
                errand.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            }
            CompletableFuture<Void> quiet = new CompletableFuture<>();
            quiet.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
            while (!quiet.isDone() && bugs.isEmpty()) {
                onFx(() -> {
                    Frame frame = window.session().frame();
                    if (!frame.isComputing() && frame.findings() instanceof Findings.Found) {
                        quiet.complete(null);
                    }
                });
            }
            if (bugs.isEmpty()) {
                quiet.join();
            }
        }

        private void look(int step) {
            if (step % LAYOUT_EVERY == 0) {
                layOut();
            }
            checks.follow();
            checks.check();
            if (step % CLOSING_EVERY == 0) {
                checks.checkClosing();
            }
            if (step % HISTORY_EVERY == HISTORY_EVERY - 1) {
                checks.checkHistory();
            }
        }

        private void layOut() {
            for (Window open : List.copyOf(Window.getWindows())) {
                Parent root = open.getScene().getRoot();
                root.applyCss();
                root.layout();
            }
        }

        private void close() {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        }
    }
}
