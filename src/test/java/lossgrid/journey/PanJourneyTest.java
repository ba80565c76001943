package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost of the pointer over a grid whose cells are too small to be drawn one by one. */
class PanJourneyTest extends Journey {
    private static final int PANS = 5;

    private GridView open(double renderScale) {
        robot.interact(() -> {
            stage.setRenderScaleX(renderScale);
            stage.setRenderScaleY(renderScale);
            session().open(largeDocument(3, 300, 400));
        });
        await("the analysis", () -> !session().frame().isComputing());
        return card(CardKind.LOGITS).grid();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void aPanPaintsOnlyWhatComesIntoSightAndShowsWhatAWholePaintingDoes(double renderScale) {
        GridView grid = open(renderScale);
        robot.interact(() -> grid.zoom(6, grid.getWidth() / 2, grid.getHeight() / 2));
        UserRobot.settle();
        Random random = new Random(3);
        for (int i = 0; i < PANS; i++) {
            long before = grid.paintedCells();
            // Whole pixels at each of the scales.
            robot.interact(() -> grid.pan(2 * random.nextInt(1, 9), -2 * random.nextInt(1, 9)));
            UserRobot.settle();
            long panned = grid.paintedCells() - before;
            int[] pixels = pixels(grid);
            robot.interact(grid::repaint);
            UserRobot.settle();
            long whole = grid.paintedCells() - before - panned;
            assertThat(panned).isPositive().isLessThan(whole / 3);
            assertThat(Arrays.equals(pixels, pixels(grid)))
                    .as("the same picture")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void pointingPaintsNoCell(double renderScale) {
        GridView grid = open(renderScale);
        long before = painted();
        for (int i = 0; i < PANS; i++) {
            GridGeometry geometry = grid.geometry().orElseThrow();
            CellRef cell = new CellRef(1, 40 * 400 + 70 * i);
            List<CellRef> seen = new ArrayList<>();
            robot.interact(() -> {
                Event.fireEvent(grid, UserRobot.moved(grid, geometry.cellX(cell) + 0.1, geometry.cellY(cell) + 0.1));
                seen.addAll(grid.highlighted());
            });
            assertThat(seen).containsExactly(cell);
            UserRobot.settle();
        }
        assertThat(painted()).isEqualTo(before);
    }

    private long painted() {
        long sum = 0;
        for (CardKind kind : CardKind.values()) {
            sum += card(kind).grid().paintedCells();
        }
        return sum;
    }

    private int[] pixels(GridView grid) {
        CompletableFuture<Image> shown = new CompletableFuture<>();
        robot.interact(() -> shown.complete(grid.snapshot(null, null)));
        Image image = shown.join();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] out = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), out, 0, width);
        return out;
    }
}
