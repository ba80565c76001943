package lossgrid.ui.document;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lossgrid.io.recovery.RecoveryNote;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.ui.control.DialogFit;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Theme;
import lossgrid.words.Text;
import org.jspecify.annotations.Nullable;

/** Lists what a crash left: restore one, discard one, or leave all for later. */
final class RecoveryDialog extends Dialog<Dialogs.Recovered> {
    /** A row's height to the size of type, as in the style sheet. */
    private static final double ROW = 3.8;

    private static final double FRAME = 0.2;
    private static final int MOST_ROWS = 5;

    private final Messages messages;
    private final ListView<Leftover> list = new ListView<>();

    RecoveryDialog(Window owner, Messages messages, List<Leftover> leftovers) {
        this.messages = messages;
        initOwner(owner);
        getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
        setTitle(messages.get(Text.RECOVERY_TITLE));
        ButtonType restore = new ButtonType(messages.get(Text.RECOVERY_RESTORE), ButtonBar.ButtonData.OK_DONE);
        ButtonType discard = new ButtonType(messages.get(Text.RECOVERY_DISCARD), ButtonBar.ButtonData.LEFT);
        ButtonType later = new ButtonType(messages.get(Text.RECOVERY_LATER), ButtonBar.ButtonData.CANCEL_CLOSE);
        DialogFit.onShown(this);
        getDialogPane().getButtonTypes().setAll(restore, discard, later);
        getDialogPane().getStylesheets().addAll(Theme.sheets());
        getDialogPane().getStyleClass().add("recovery-dialog");
        getDialogPane().lookupButton(restore).setId("recovery-restore");
        getDialogPane().lookupButton(discard).setId("recovery-discard");
        getDialogPane().lookupButton(later).setId("recovery-later");
        getDialogPane().setContent(content(leftovers, (Button) getDialogPane().lookupButton(restore)));
        setResultConverter(button -> {
            Leftover chosen = list.getSelectionModel().getSelectedItem();
            if (button == restore) {
                return new Dialogs.Recovered.Restore(chosen);
            }
            return button == discard ? new Dialogs.Recovered.Discard(chosen) : new Dialogs.Recovered.Later();
        });
        setOnShown(_ -> list.requestFocus());
    }

    private Node content(List<Leftover> leftovers, Button restore) {
        Label text = new Label(messages.get(Text.RECOVERY_TEXT));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        list.setId("recovered");
        list.getItems().setAll(leftovers);
        list.setStyle("-fx-pref-height: " + (ROW * Math.min(MOST_ROWS, leftovers.size()) + FRAME) + "em;");
        list.setCellFactory(_ -> new SlotCell());
        list.accessibleTextProperty().bind(messages.bind(Text.RECOVERY_TITLE));
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                restore.fire();
            }
        });
        VBox content = new VBox(text, list);
        content.getStyleClass().add("recovered");
        return content;
    }

    /** The time of a recovery file, and the document that it belongs to. */
    private String origin(RecoveryNote note) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(messages.language().locale())
                .withZone(ZoneId.systemDefault())
                .format(note.time());
        return note.file()
                .map(Path::toString)
                .map(file -> messages.get(Text.RECOVERY_FROM_FILE, when, file))
                .orElseGet(() -> messages.get(Text.RECOVERY_NO_FILE, when));
    }

    private final class SlotCell extends ListCell<Leftover> {
        private final Label name = SectionNodes.label("", "name");
        private final Label origin = SectionNodes.label("", "origin");
        private final VBox lines = new VBox(name, origin);

        SlotCell() {
            // As wide as the list, so that a long path is cut and not scrolled.
            setPrefWidth(0);
            lines.setAlignment(Pos.CENTER_LEFT);
            origin.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable Leftover leftover, boolean empty) {
            super.updateItem(leftover, empty);
            if (leftover == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(leftover.note().name());
            origin.setText(origin(leftover.note()));
            setAccessibleText(name.getText() + ", " + origin.getText());
            setGraphic(lines);
        }
    }
}
