package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.color.ValueRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.ui.grid.CellStrip;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Screen;
import org.junit.jupiter.api.Test;

/** Colours say what values are, whatever is selected, typed or computed meanwhile. */
class LooksJourneyTest extends Journey {
    private WritableImage picture() {
        WritableImage[] out = new WritableImage[1];
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            out[0] = stage.getScene().snapshot(null);
        });
        return out[0];
    }

    /** A pixel of a cell beside its text. */
    private Color color(CardKind kind, int plane, int cell) {
        GridView grid = card(kind).grid();
        GridGeometry geometry = grid.geometry().orElseThrow();
        CellRef ref = new CellRef(plane, cell);
        Point2D at = grid.localToScene(
                geometry.cellX(ref) + geometry.cell() / 2, geometry.cellY(ref) + geometry.cell() * 0.8);
        return picture().getPixelReader().getColor((int) at.getX(), (int) at.getY());
    }

    @Test
    void aSelectionIsAnOutlineAndLeavesColoursAlone() throws IOException {
        List<Color> before = IntStream.range(0, 4)
                .mapToObj(i -> color(CardKind.LABELS, 0, i))
                .toList();
        robot.drag(middle(CardKind.LABELS, 0, 0), MouseButton.PRIMARY).dropTo(middle(CardKind.LABELS, 0, 3));
        assertThat(card(CardKind.LABELS).grid().selection().orElseThrow().size())
                .isEqualTo(4);
        assertThat(IntStream.range(0, 4).mapToObj(i -> color(CardKind.LABELS, 0, i)))
                .isEqualTo(before);
        print("selection");
    }

    /** Writes what is seen into the folder {@code -Dlooks}, if there is one. */
    private void print(String name) throws IOException {
        String folder = System.getProperty("looks", "");
        if (!folder.isEmpty()) {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(picture(), null),
                    "png",
                    Path.of(folder, name + ".png").toFile());
        }
    }

    @Test
    void theEditorLiesOnItsCell() throws IOException {
        click(CardKind.LABELS, 0, 3);
        robot.push(KeyCode.ENTER);
        assertOnCell(CardKind.LABELS, new CellRef(0, 3));
        print("editor");
        robot.push(KeyCode.ESCAPE);
        click(CardKind.LOGITS, 1, 2);
        robot.push(KeyCode.ENTER);
        assertOnCell(CardKind.LOGITS, new CellRef(1, 2));
    }

    private void assertOnCell(CardKind kind, CellRef cell) {
        UserRobot.settle();
        GridGeometry geometry = card(kind).grid().geometry().orElseThrow();
        Bounds field = robot.lookup(node ->
                        "cell-field".equals(node.getId()) && node.getParent().isVisible())
                .query()
                .getBoundsInParent();
        double gap = geometry.cellGap() / 2;
        assertThat(field.getMinX()).isCloseTo(geometry.cellX(cell) + gap, offset(1.0));
        assertThat(field.getMinY()).isCloseTo(geometry.cellY(cell) + gap, offset(1.0));
        assertThat(field.getWidth()).isCloseTo(geometry.cell() - 2 * gap, offset(1.0));
        assertThat(field.getHeight()).isCloseTo(geometry.cell() - 2 * gap, offset(1.0));
    }

    private List<String> ticks(CardKind kind) {
        UserRobot.settle();
        return card(kind).colorBar().tickTexts();
    }

    private boolean isLockShown(CardKind kind) {
        return card(kind).colorBar().lookup(".lock").isVisible();
    }

    private void fire(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        UserRobot.settle();
    }

    @Test
    void theColourRangeIsKeptDuringDescent() throws IOException {
        robot.interact(
                () -> robot.lookup("#descent-rate").queryAs(TextField.class).setText("100"));
        List<String> before = ticks(CardKind.LOGITS);
        List<String> gradient = ticks(CardKind.GRADIENT);
        assertThat(isLockShown(CardKind.LOGITS)).isFalse();
        fire("#descent-step");
        assertThat(ticks(CardKind.LOGITS)).isEqualTo(before);
        assertThat(ticks(CardKind.GRADIENT)).isEqualTo(gradient);
        assertThat(isLockShown(CardKind.LOGITS)).isTrue();
        assertThat(robot.lookup("#descent-kept").query().isVisible()).isTrue();
        print("descent");
        fire("#descent-rescale");
        List<String> fitted = ticks(CardKind.LOGITS);
        assertThat(fitted).isNotEqualTo(before);
        fire("#descent-step");
        assertThat(ticks(CardKind.LOGITS)).isEqualTo(fitted);
        fire("#descent-reset");
        assertThat(ticks(CardKind.LOGITS)).isEqualTo(before);
        assertThat(isLockShown(CardKind.LOGITS)).isFalse();
        assertThat(robot.lookup("#descent-kept").query().isVisible()).isFalse();
    }

    @Test
    void aRangeThatTheUserLockedComesFirst() {
        robot.interact(() -> {
            var view = window.workspace().view();
            view.colorsProperty().set(view.colors().withLock(NumberKind.DIVERGING, new ValueRange(-9, 9)));
        });
        List<String> locked = ticks(CardKind.LOGITS);
        fire("#descent-step");
        assertThat(ticks(CardKind.LOGITS)).isEqualTo(locked);
        fire("#descent-reset");
        assertThat(ticks(CardKind.LOGITS)).isEqualTo(locked);
    }

    @Test
    void barsOfAMaskBeginInOneLineWhateverTheValuesAre() throws IOException {
        Random random = new Random(9);
        Experiment mask = session()
                .experiment()
                .withLogits(Tensor.generate(Shape.of(1, 3, 60, 80), _ -> random.nextFloat()))
                .withLabels(LabelArray.ofLongs(
                        DType.INT64,
                        Shape.of(1, 60, 80),
                        i -> random.nextInt(4) > 0 ? i % 3 : i % 7 == 0 ? -100 : 1_000_000 + i % 3));
        robot.interact(() -> {
            session().apply(new Edit.Import(mask));
            window.workspace().view().screenProperty().set(Screen.DOCTOR);
        });
        UserRobot.settle();
        List<Double> lefts = robot.lookup(".value-track").queryAll().stream()
                .map(bar -> bar.localToScene(0, 0).getX())
                .distinct()
                .toList();
        assertThat(lefts).hasSize(1);
        assertThat(robot.lookup(".value-count").queryAllAs(Label.class).stream().map(Label::getText))
                .anyMatch(text -> text.matches("\\d,\\d{3}"));
        assertThat(robot.lookup(".value-track").queryAll().stream().map(track -> track.lookup(".grid-view")))
                .allMatch(CellStrip.class::isInstance);
        print("mask");
    }
}
