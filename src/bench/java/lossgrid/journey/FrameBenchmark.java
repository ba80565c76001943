package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.shape.Rectangle;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Presentation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much of a frame is the program's own code, for [1, 19, 1024, 2048]: what an input does on the JavaFX thread, and
 * the pass of style and layout that paints it, without what JavaFX renders afterwards. At most 100 inputs.
 */
class FrameBenchmark extends Journey {
    private static final int MOST_INPUTS = 100;
    private static final int WARM_UP = 30;
    private static final double NANOS = 1e6;
    private static final int CLASSES = 19;
    private static final int HEIGHT_CELLS = 1024;
    private static final int WIDTH_CELLS = 2048;
    private static final int FARTHEST_PAN = 12;

    private final Random random = new Random(1);
    private int count;

    @ParameterizedTest(name = "render scale {0}")
    @ValueSource(ints = {1, 2})
    void ownCodeOfAFrame(int renderScale) {
        count = Math.min(MOST_INPUTS, Integer.getInteger("lossgrid.bench"));
        robot.interact(() -> {
            stage.setRenderScaleX(renderScale);
            stage.setRenderScaleY(renderScale);
            session().open(largeDocument(CLASSES, HEIGHT_CELLS, WIDTH_CELLS));
        });
        await("the analysis", () -> !session().frame().isComputing());
        heading(renderScale);
        report("board, all cards repainted", () -> {
            for (CardKind kind : CardKind.values()) {
                card(kind).grid().repaint();
            }
        });
        for (CardKind kind : List.of(CardKind.LOGITS, CardKind.GRADIENT)) {
            report("board, " + kind.id() + " repainted", card(kind).grid()::repaint);
        }
        reportHover("board");
        reportPan("board", CardKind.LOGITS, 8);
        for (CardKind kind : List.of(CardKind.LOSS, CardKind.LOGITS)) {
            present(kind);
            report("alone, " + kind.id() + " repainted", card(kind).grid()::repaint);
            reportPan("alone", kind, 1.2);
        }
        assertThat(stage.getRenderScaleX()).isEqualTo(renderScale);
    }

    private void present(CardKind kind) {
        robot.interact(() ->
                window.workspace().view().presentationProperty().set(Optional.of(new Presentation(List.of(kind), 0))));
        UserRobot.settle();
    }

    private void reportHover(String where) {
        report(where + ", hover", () -> hover(card(CardKind.LOGITS).grid()));
    }

    private void reportPan(String where, CardKind kind, double zoom) {
        GridView grid = card(kind).grid();
        robot.interact(() -> grid.zoom(zoom, grid.getWidth() / 2, grid.getHeight() / 2));
        report(where + ", pan of " + kind.id() + " × " + zoom, () -> pan(grid));
        robot.interact(() -> grid.zoom(1e-3, 0, 0));
    }

    /** To and fro, so that the planes stay in view. */
    private void pan(GridView grid) {
        GridGeometry geometry = grid.geometry().orElseThrow();
        double x = grid.getWidth() / 2 - geometry.left() - geometry.contentWidth() / 2;
        double y = grid.getHeight() / 2 - geometry.top() - geometry.contentHeight() / 2;
        grid.pan(step(x), step(y));
    }

    private int step(double home) {
        int free = random.nextInt(2 * FARTHEST_PAN + 1) - FARTHEST_PAN;
        return (int) Math.rint(Math.abs(home) > 100 ? Math.copySign(Math.abs(free), home) : free);
    }

    private void hover(GridView grid) {
        GridGeometry geometry = grid.geometry().orElseThrow();
        double x = Math.clamp(geometry.left() + random.nextDouble() * geometry.contentWidth(), 0, grid.getWidth());
        double y = Math.clamp(geometry.top() + random.nextDouble() * geometry.contentHeight(), 0, grid.getHeight());
        Event.fireEvent(grid, UserRobot.moved(grid, x, y));
    }

    private void report(String what, Runnable input) {
        double[] times = new double[count];
        for (int i = -WARM_UP; i < count; i++) {
            double time = measure(input);
            if (i >= 0) {
                times[i] = time;
            }
        }
        Arrays.sort(times);
        print(String.format(
                Locale.ROOT,
                "  %-34s %6.2f %6.2f",
                what,
                times[count / 2],
                times[Math.min(count - 1, count * 95 / 100)]));
    }

    private double measure(Runnable input) {
        CompletableFuture<Double> painted = new CompletableFuture<>();
        Platform.runLater(() -> {
            Scene scene = stage.getScene();
            awaitRendering();
            long begin = System.nanoTime();
            input.run();
            long taken = System.nanoTime() - begin;
            long[] passBegin = new long[1];
            Runnable before = () -> passBegin[0] = System.nanoTime();
            Runnable[] after = new Runnable[1];
            after[0] = () -> {
                painted.complete((System.nanoTime() - passBegin[0] + taken) / NANOS);
                scene.removePreLayoutPulseListener(before);
                scene.removePostLayoutPulseListener(after[0]);
            };
            scene.addPreLayoutPulseListener(before);
            scene.addPostLayoutPulseListener(after[0]);
            Platform.requestNextPulse();
        });
        return painted.join();
    }

    /** So that the frame before takes no processor from this one: a picture has to wait until it is rendered. */
    private static void awaitRendering() {
        new Rectangle(1, 1).snapshot(null, null);
    }

    private static void heading(int renderScale) {
        print("own code in a frame at scale " + renderScale + " in ms: median, 95th percentile");
    }

    @SuppressWarnings("SystemOut") // Whoever runs a benchmark reads it.
    private static void print(String line) {
        System.out.println(line);
    }
}
