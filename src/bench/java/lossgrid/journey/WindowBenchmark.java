package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import lossgrid.model.edit.History;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.ui.grid.GridEvent;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the window takes from an input event to the end of the pulse that shows it: edits, hovers and pans. */
class WindowBenchmark extends Journey {
    private static final int WARM_UP = 20;
    private static final double NANOS = 1e6;

    @ParameterizedTest(name = "[1, {0}, {1}, {2}]")
    @CsvSource({"3, 4, 4", "21, 512, 512", "19, 1024, 2048"})
    void editsHoversAndPansAreShownInTime(int classes, int height, int width) {
        int count = Integer.getInteger("lossgrid.bench");
        robot.interact(() -> session().open(largeDocument(classes, height, width)));
        await("the analysis", () -> !session().frame().isComputing());
        Random random = new Random(1);
        List<Double> edits = measure(count, () -> edit(random.nextInt(classes), random.nextInt(height * width)));
        List<Double> hovers = measure(count, () -> hover(random));
        robot.interact(() -> grid().zoom(8, grid().getWidth() / 2, grid().getHeight() / 2));
        List<Double> pans = measure(count, () -> grid().pan(random.nextInt(9) - 4, random.nextInt(9) - 4));
        report("[1, %s, %s, %s]".formatted(classes, height, width), edits, hovers, pans);
        assertThat(edits).hasSize(count);
    }

    private GridView grid() {
        return card(CardKind.LOGITS).grid();
    }

    private void edit(int plane, int cell) {
        CellRange range = CellRange.of(grid().grid().orElseThrow().shape(), new CellRef(plane, cell));
        String text = String.format(Locale.ROOT, "%.3f", (cell % 2000) / 1000.0);
        assertThat(grid().emit(new GridEvent.Entered(grid(), range, text, new History.Gesture())))
                .isEmpty();
    }

    private void hover(Random random) {
        GridGeometry geometry = grid().geometry().orElseThrow();
        double x = geometry.left() + random.nextDouble() * geometry.contentWidth();
        double y = geometry.top() + random.nextDouble() * geometry.contentHeight();
        Event.fireEvent(grid(), UserRobot.moved(grid(), x, y));
    }

    /** Milliseconds of each input, sorted. */
    private List<Double> measure(int count, Runnable input) {
        double[] times = new double[count];
        for (int i = -WARM_UP; i < count; i++) {
            double time = measure(input);
            if (i >= 0) {
                times[i] = time;
            }
        }
        Arrays.sort(times);
        return Arrays.stream(times).boxed().toList();
    }

    private double measure(Runnable input) {
        CompletableFuture<Double> shown = new CompletableFuture<>();
        Platform.runLater(() -> {
            Scene scene = stage.getScene();
            long begin = System.nanoTime();
            Runnable[] afterPulse = new Runnable[1];
            afterPulse[0] = () -> {
                if (!session().frame().isComputing()) {
                    scene.removePostLayoutPulseListener(afterPulse[0]);
                    shown.complete((System.nanoTime() - begin) / NANOS);
                }
            };
            input.run();
            scene.addPostLayoutPulseListener(afterPulse[0]);
            Platform.requestNextPulse();
        });
        return shown.join();
    }

    @SuppressWarnings("SystemOut") // Whoever runs a benchmark reads it.
    private static void report(String shape, List<Double> edits, List<Double> hovers, List<Double> pans) {
        System.out.printf(
                Locale.ROOT,
                "%-22s edit %s   hover %s   pan %s%n",
                shape,
                figures(edits),
                figures(hovers),
                figures(pans));
    }

    private static String figures(List<Double> times) {
        return String.format(
                Locale.ROOT,
                "median %7.1f p95 %7.1f ms",
                times.get(times.size() / 2),
                times.get(Math.min(times.size() - 1, times.size() * 95 / 100)));
    }
}
