package lossgrid.ui.workbench;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** The thin line above a presentation: the present stage, and buttons for touch screens. */
public final class PresentationBar extends HBox {
    /** The part of a presentation that the keys act on. */
    enum KeysAt {
        STAGES,
        /** Cells that cannot be changed. */
        COMPUTED_CELLS,
        EDITABLE_CELLS
    }

    private final ViewState view;
    private final Messages messages;
    private final Label place = new Label();
    private final Button previous;
    private final Button next;
    private final Button leave;
    private final ObjectProperty<KeysAt> keys = new SimpleObjectProperty<>(KeysAt.STAGES);

    PresentationBar(Workspace workspace) {
        view = workspace.view();
        messages = workspace.messages();
        getStyleClass().add("presentation-bar");
        place.setId("presentation-place");
        previous = button("‹", Text.PREVIOUS_STAGE, () -> view.step(Presentation::previous));
        next = button("›", Text.NEXT_STAGE, () -> view.step(Presentation::next));
        leave = button("✕", Text.LEAVE_PRESENTATION, view::leavePresentation);
        view.presentationProperty().subscribe(this::refresh);
        messages.languageProperty().subscribe(this::refresh);
        keys.subscribe(this::refresh);
        refresh();
    }

    /** The part that the keys act on, which the bar says when it is not the stages. */
    ObjectProperty<KeysAt> keysProperty() {
        return keys;
    }

    String place() {
        return place.getText();
    }

    /** A button that Tab skips, since the stages have keys of their own. */
    private Button button(String symbol, TextKey meaning, Runnable action) {
        Button button = new Button(symbol);
        button.setFocusTraversable(false);
        button.accessibleTextProperty().bind(messages.bind(meaning));
        Tooltips.install(button, messages, meaning);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        Optional<Presentation> now = view.presentationProperty().get();
        // Filled only now, since JavaFX styles hidden nodes too.
        if (now.isPresent() && getChildren().isEmpty()) {
            getChildren().addAll(SectionNodes.spacer(), previous, place, next, leave);
        }
        place.setText(now.map(this::describe).orElse(""));
        previous.setDisable(now.isEmpty() || now.get().isFirst());
        next.setDisable(now.isEmpty() || now.get().isLast());
    }

    private String describe(Presentation at) {
        String stage = messages.get(at.alone().map(CardKind::title).orElse(Text.PRESENTATION_WHOLE));
        String text = messages.get(Text.PRESENTATION_STEP, at.step() + 1, at.steps(), stage);
        return switch (keys.get()) {
            case STAGES -> text;
            case COMPUTED_CELLS -> messages.get(Text.PRESENTATION_SELECTING, text);
            case EDITABLE_CELLS -> messages.get(Text.PRESENTATION_EDITING, text);
        };
    }
}
