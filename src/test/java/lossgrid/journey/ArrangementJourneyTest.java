package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.ui.control.Theme;
import lossgrid.ui.export.BoardPicture;
import lossgrid.ui.export.PicturePart;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.PixelSelection;
import lossgrid.ui.workspace.ViewState;
import lossgrid.words.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A lesson whose planes are wide and low: n lies across on every card. Plane 0 is beside plane 3, and above plane 1.
 */
class ArrangementJourneyTest extends Journey {
    @BeforeEach
    void openWideLesson() {
        openLesson("lesson-asymmetric");
    }

    private Arrangement arrangement(CardKind kind) {
        return geometry(kind).lines().arrangement();
    }

    private GridGeometry geometry(CardKind kind) {
        return card(kind).grid().geometry().orElseThrow();
    }

    private void assertAllLie(Arrangement arrangement) {
        UserRobot.settle();
        assertThat(Stream.of(CardKind.values()).map(this::arrangement)).containsOnly(arrangement);
    }

    private CellRef active() {
        UserRobot.settle();
        return card(CardKind.LOGITS).grid().active().orElseThrow();
    }

    private void size(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        UserRobot.settle();
    }

    @Test
    void imagesStandBesideEachOtherOnAllCards() {
        assertAllLie(Arrangement.N_ACROSS);
        assertThat(geometry(CardKind.LOGITS).cell()).isGreaterThan(25);
        for (CardKind kind : List.of(CardKind.LABELS, CardKind.LOSS)) {
            assertThat(geometry(kind).planeY(1)).isEqualTo(geometry(kind).planeY(0));
            assertThat(geometry(kind).planeX(1)).isGreaterThan(geometry(kind).planeX(0));
        }
        openLesson("lesson-two_channel");
        assertAllLie(Arrangement.N_DOWN);
        robot.push(KeyCode.F5);
        assertAllLie(Arrangement.N_DOWN);
    }

    @Test
    void arrowsGoWhereTheyPoint() {
        click(CardKind.LOGITS, 0, 3);
        assertMoves(KeyCode.RIGHT, new CellRef(3, 0), 1, 0);
        assertMoves(KeyCode.DOWN, new CellRef(3, 4), 0, 1);
        assertMoves(KeyCode.DOWN, new CellRef(4, 0), 0, 1);
        assertMoves(KeyCode.LEFT, new CellRef(1, 3), -1, 0);
        assertMoves(KeyCode.UP, new CellRef(0, 7), 0, -1);
        assertThat(window.workspace().view().selection()).isEqualTo(new PixelSelection(0, 0, 1, 3));
        assertMoves(KeyCode.PAGE_DOWN, new CellRef(1, 7), 0, 1);
        robot.push(KeyCode.CONTROL, KeyCode.END);
        assertThat(active()).isEqualTo(new CellRef(5, 7));
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        assertThat(active()).isEqualTo(new CellRef(5, 4));
    }

    private void assertMoves(KeyCode key, CellRef to, int right, int down) {
        GridGeometry geometry = geometry(CardKind.LOGITS);
        CellRef from = active();
        robot.push(key);
        assertThat(active()).isEqualTo(to);
        assertThat(Math.signum(geometry.cellX(to) - geometry.cellX(from))).isEqualTo(right);
        assertThat(Math.signum(geometry.cellY(to) - geometry.cellY(from))).isEqualTo(down);
    }

    @Test
    void anArrowTakesWhatWasTypedAndGoesOnIntoTheNextImage() {
        click(CardKind.LOGITS, 0, 3);
        robot.write("1").push(KeyCode.RIGHT);
        assertThat(active()).isEqualTo(new CellRef(3, 0));
        click(CardKind.LOGITS, 0, 4);
        robot.write("2").push(KeyCode.DOWN);
        assertThat(active()).isEqualTo(new CellRef(1, 0));
        assertThat(session().experiment().logits().at(3)).isEqualTo(1);
        assertThat(session().experiment().logits().at(4)).isEqualTo(2);
        assertThat(shownLoss()).isEqualTo(computedLoss());
    }

    @Test
    void pointerAndOutlinesMeetTheSameCells() {
        click(CardKind.LOSS, 1, 5);
        assertThat(window.workspace().view().selection()).isEqualTo(new PixelSelection(1, 0, 1, 1));
        assertThat(card(CardKind.ONE_HOT).grid().outlined())
                .containsExactly(new CellRef(3, 5), new CellRef(4, 5), new CellRef(5, 5));
        robot.moveTo(middle(CardKind.GRADIENT, 4, 2));
        UserRobot.settle();
        assertThat(card(CardKind.GRADIENT).grid().highlighted()).containsExactly(new CellRef(4, 2));
        Point2D to = middle(CardKind.LOGITS, 4, 5);
        robot.moveTo(middle(CardKind.LOGITS, 0, 1))
                .press(MouseButton.PRIMARY)
                .moveTo(to)
                .release(MouseButton.PRIMARY);
        UserRobot.settle();
        assertThat(card(CardKind.LOGITS).grid().selection().orElseThrow().planes())
                .containsExactly(0, 1, 3, 4);
        assertThat(card(CardKind.LOGITS).grid().selection().orElseThrow().size())
                .isEqualTo(8);
    }

    /** Also where it brings a line about NaN below the cells, so that there is less room for them. */
    @Test
    void valuesTurnNothingOver() {
        double height = card(CardKind.LOGITS).grid().getHeight();
        type(CardKind.LOGITS, 2, 0, "nan");
        assertThat(card(CardKind.LOGITS).grid().getHeight()).isLessThan(height);
        assertAllLie(Arrangement.N_ACROSS);
        type(CardKind.LOGITS, 2, 1, "-123456");
        type(CardKind.LABELS, 0, 0, "7");
        UserRobot.settle();
        assertThat(arrangement(CardKind.LOGITS)).isEqualTo(Arrangement.N_ACROSS);
        assertThat(arrangement(CardKind.LABELS)).isEqualTo(Arrangement.N_ACROSS);
    }

    /**
     * A window that is dragged wider turns once, and not again for a few units back and forth; its picture is that of
     * the window.
     */
    @Test
    void aResizedWindowDoesNotFlicker() {
        double height = 700;
        double width = WIDTH;
        size(width, height);
        assertAllLie(Arrangement.N_ACROSS);
        while (arrangement(CardKind.LOGITS) == Arrangement.N_ACROSS && width < 2100) {
            width += 5;
            size(width, height);
        }
        assertAllLie(Arrangement.N_DOWN);
        for (int i = 0; i < 3; i++) {
            size(width - 5, height);
            assertAllLie(Arrangement.N_DOWN);
            size(width, height);
            assertAllLie(Arrangement.N_DOWN);
        }
        size(WIDTH, height);
        assertAllLie(Arrangement.N_ACROSS);
        size(width - 5, height);
        assertAllLie(Arrangement.N_ACROSS);
        assertThat(secondImageIsBesideTheFirst(picture(true))).isTrue();
        assertThat(secondImageIsBesideTheFirst(picture(false))).isFalse();
        size(WIDTH, HEIGHT);
        assertAllLie(Arrangement.N_ACROSS);
    }

    private String picture(boolean asInTheWindow) {
        BoardPicture.Form form = new BoardPicture.Form(
                (int) stage.getScene().getWidth(),
                (int) stage.getScene().getHeight(),
                1,
                Language.ENGLISH,
                Theme.LIGHT,
                PicturePart.LOSS);
        ViewState shown = window.workspace().view();
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> BoardPicture.svg(session().experiment(), form, asInTheWindow ? shown::copyTo : _ -> {}));
    }

    private static boolean secondImageIsBesideTheFirst(String svg) {
        return attribute(svg, "y", "n=0").equals(attribute(svg, "y", "n=1"));
    }

    private static String attribute(String svg, String name, String title) {
        Matcher text = Pattern.compile("<text [^>]*\\b" + name + "=\"([^\"]*)\"[^>]*>" + title + "</text>")
                .matcher(svg);
        assertThat(text.find()).as(title).isTrue();
        return text.group(1);
    }

    @Test
    void aPresentationKeepsOneDirection() {
        robot.push(KeyCode.F5);
        UserRobot.settle();
        Arrangement first = arrangement(CardKind.LOGITS);
        for (int step = 0; step <= CardKind.values().length; step++) {
            assertAllLie(first);
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.ESCAPE);
        assertAllLie(Arrangement.N_ACROSS);
    }

    @Test
    void whatIsToBePastedLiesAsOnTheCard() {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("[[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]");
            Clipboard.getSystemClipboard().setContent(content);
        });
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await("the preview", () -> robot.lookup("#paste-preview").tryQuery().isPresent());
        GridView preview = (GridView) robot.lookup("#paste-preview").query();
        assertThat(preview.geometry().orElseThrow().lines().arrangement()).isEqualTo(Arrangement.N_ACROSS);
        robot.push(KeyCode.ESCAPE);
        await("its end", () -> robot.lookup("#paste-preview").tryQuery().isEmpty());
    }
}
