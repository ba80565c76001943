package lossgrid.ui.document;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.words.Text;

/** A quiet line above the foot while changes cannot be kept; dismissed, it stays away until something else is wrong. */
public final class RecoveryNotice extends HBox {
    private final Messages messages;
    private final ReadOnlyObjectProperty<Optional<String>> problem;
    private final Label text = new Label();
    private final Button dismiss = new Button();
    private Optional<String> dismissed = Optional.empty();

    public RecoveryNotice(ReadOnlyObjectProperty<Optional<String>> problem, Messages messages) {
        this.messages = messages;
        this.problem = problem;
        getStyleClass().add("recovery-notice");
        setAlignment(Pos.CENTER_LEFT);
        text.setId("recovery-notice");
        text.setWrapText(true);
        dismiss.setId("recovery-dismiss");
        dismiss.textProperty().bind(messages.bind(Text.RECOVERY_DISMISS));
        dismiss.getStyleClass().add("small");
        dismiss.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        dismiss.setOnAction(_ -> {
            dismissed = problem.get();
            refresh();
        });
        problem.subscribe(this::refresh);
        messages.languageProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        boolean shown = problem.get().isPresent() && !problem.get().equals(dismissed);
        text.setText(problem.get()
                .map(reason -> messages.get(Text.RECOVERY_FAILED, reason))
                .orElse(""));
        // Not before: JavaFX styles what is hidden as well.
        if (shown && getChildren().isEmpty()) {
            getChildren().addAll(text, SectionNodes.spacer(), dismiss);
        }
        SectionNodes.show(this, shown);
    }
}
