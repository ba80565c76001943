package lossgrid.journey;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.DocumentActions;
import lossgrid.ui.export.ExportActions;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;
import lossgrid.ui.session.TextScale;
import lossgrid.ui.workbench.Workbench;
import lossgrid.ui.workspace.Diagnosis;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Language;

/** A screen of the program, laid out without a window; used on the JavaFX thread. */
final class ScreenView {
    /** What is on the screen. */
    enum Face {
        BOARD,
        DOCTOR,
        COMPARISON,
        SETUP,
        STAGE,
        WHOLE_BOARD
    }

    /**
     * What can be chosen for a screen.
     *
     * @param width of the window, in units
     * @param steps by how many steps type is larger
     */
    record Form(int width, int height, int steps, Language language, Theme theme, Face face) {
        @Override
        public String toString() {
            return String.join(
                    "-",
                    face.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    width + "x" + height,
                    "type+" + steps,
                    language.file(),
                    theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private final Form form;
    private final double scale;
    private final ViewState view;
    private final Workbench workbench;

    ScreenView(Experiment experiment, Form form, double scale) {
        Fonts.loadChinese();
        this.form = form;
        this.scale = scale;
        Session session = new Session(experiment);
        Messages messages = new Messages(form.language());
        DocumentActions documents = new DocumentActions(session, messages, new AskedDialogs(), new Background());
        view = new ViewState(session);
        Workspace workspace = new Workspace(session, view, messages, documents, new Diagnosis(session), scale);
        workbench = new Workbench(workspace, form.theme());
        ExportActions.install(workspace, workbench);
        for (int i = 0; i < form.steps(); i++) {
            view.zoomProperty().set(TextScale.larger(view.zoomProperty().get()));
        }
        Scene scene = workbench.scene(form.width(), form.height());
        layOut();
        turnTo(scene, form.face());
        layOut();
    }

    private void turnTo(Scene scene, Face face) {
        switch (face) {
            case BOARD -> {}
            case DOCTOR -> view.screenProperty().set(Screen.DOCTOR);
            case COMPARISON -> {
                view.screenProperty().set(Screen.DOCTOR);
                view.comparing().showMistake(List.of(Mistake.values()).getFirst());
            }
            case SETUP -> {
                Node setup = scene.lookup("#experiment");
                ((ButtonBase) setup).fire();
            }
            case STAGE -> view.togglePresentation();
            case WHOLE_BOARD -> {
                view.togglePresentation();
                view.step(Presentation::last);
            }
        }
    }

    /** Twice, since what a first layout finds out, such as a wrapped text's height, changes the second. */
    private void layOut() {
        for (int i = 0; i < 2; i++) {
            workbench.applyCss();
            workbench.layout();
        }
    }

    List<String> faults() {
        return ScreenFaults.of(workbench);
    }

    WritableImage picture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, form.width() * scale, form.height() * scale));
        return workbench.snapshot(parameters, null);
    }
}
