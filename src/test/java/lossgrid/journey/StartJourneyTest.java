package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import lossgrid.ui.control.FirstFrame;
import lossgrid.ui.doctor.DoctorPane;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Screen;
import lossgrid.ui.side.InspectorSection;
import lossgrid.ui.workbench.PresentationBar;
import org.junit.jupiter.api.Test;

/** The parts that the window opens without, and makes when they are asked for. */
class StartJourneyTest extends Journey {
    private Set<Node> all(String query) {
        return robot.lookup(query).queryAll();
    }

    @Test
    void theDoctorIsMadeWhenItShows() {
        DoctorPane doctor = window.workbench().doctor();
        assertThat(doctor.columnsMade()).isEmpty();
        assertThat(doctor.getContent()).isNull();
        robot.interact(() -> window.workspace().view().screenProperty().set(Screen.DOCTOR));
        UserRobot.settle();
        assertThat(doctor.columnsMade()).hasSize(3).allMatch(column -> stage.getScene()
                .equals(column.getScene()));
    }

    @Test
    void aTooltipIsMadeWhenThePointerComes() {
        Button undo = robot.lookup("#undo").queryAs(Button.class);
        assertThat(undo.getTooltip()).isNull();
        assertThat((String) undo.queryAccessibleAttribute(AccessibleAttribute.HELP))
                .contains("Undo");
        type(CardKind.LABELS, 0, 0, "1");
        robot.moveTo("#undo");
        UserRobot.settle();
        assertThat(undo.getTooltip()).isNotNull();
        assertThat(undo.getTooltip().getText()).contains("Undo");
    }

    @Test
    void aCellEditorIsMadeWhenItIsOpened() {
        assertThat(all("#cell-field")).isEmpty();
        click(CardKind.LOGITS, 0, 0);
        robot.push(KeyCode.F2);
        UserRobot.settle();
        assertThat(card(CardKind.LOGITS).grid().isEditing()).isTrue();
        assertThat(all("#cell-field")).hasSize(1);
    }

    @Test
    void aRefusalIsPutOnItsCardAndTakenAway() {
        assertThat(all("#card-loss-refusal")).isEmpty();
        type(CardKind.LABELS, 0, 0, "7");
        assertThat(all("#card-loss-refusal")).hasSize(1);
        type(CardKind.LABELS, 0, 0, "1");
        assertThat(all("#card-loss-refusal")).isEmpty();
    }

    @Test
    void thePresentationBarIsFilledWhenItShows() {
        PresentationBar bar = window.workbench().presentationBar();
        assertThat(bar.getChildren()).isEmpty();
        robot.interact(window.workspace().view()::togglePresentation);
        UserRobot.settle();
        assertThat(bar.getChildren()).isNotEmpty();
    }

    @Test
    void theDoctorKnowsWhatIsOpenWhenItIsMade() {
        assertThat(robot.lookup("#example-logits").tryQuery()).isEmpty();
        robot.interact(() -> window.workspace().view().screenProperty().set(Screen.DOCTOR));
        UserRobot.settle();
        assertThat(robot.lookup("#example-logits").query().isVisible()).isFalse();
    }

    @Test
    void theFirstFrameIsWaitedFor() throws InterruptedException {
        CountDownLatch painted = new CountDownLatch(1);
        robot.interact(() -> {
            FirstFrame.then(painted::countDown);
            assertThat(painted.getCount()).isOne();
        });
        painted.await();
    }

    @Test
    void theRehearsalEndsOnTheDoctorWithFormulas() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        robot.interact(() -> window.rehearse(done::countDown));
        done.await();
        assertThat(window.workspace().view().screen()).isEqualTo(Screen.DOCTOR);
        assertThat(robot.lookup(InspectorSection.class::isInstance)
                        .<InspectorSection>query()
                        .isTypeset())
                .isTrue();
    }
}
