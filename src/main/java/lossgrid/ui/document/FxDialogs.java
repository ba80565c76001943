package lossgrid.ui.document;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.example.RoleGuess;
import lossgrid.ui.control.DialogFit;
import lossgrid.ui.control.Messages;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** The platform's file choosers, and alerts over the window. */
public final class FxDialogs implements Dialogs {
    private static final List<String> ARRAY_FILES =
            List.of("*.png", "*.tif", "*.tiff", "*.bmp", "*.npy", "*.npz", "*.csv", "*.tsv", "*.txt");
    private static final String TEXT_WIDTH = "-fx-pref-width: 35em;";
    private static final String CHANGE_WIDTH = "-fx-pref-width: 48em;";

    private final Stage owner;
    private final Messages messages;

    public FxDialogs(Stage owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    @Override
    public Optional<Path> chooseFileToOpen() {
        FileChooser chooser = chooser(FileKind.DOCUMENT, Text.OPEN);
        FileChooser.ExtensionFilter all = new FileChooser.ExtensionFilter(
                messages.get(Text.ALL_FILES),
                Stream.concat(Stream.of("*" + FileKind.DOCUMENT.extension()), ARRAY_FILES.stream())
                        .toList());
        chooser.getExtensionFilters().addFirst(all);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.get(Text.ARRAY_FILES), ARRAY_FILES));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFileToSave(FileKind kind, String suggestedName) {
        FileChooser chooser = chooser(kind, kind.saveTitle());
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(FileKind kind, TextKey title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.get(kind.description()), "*" + kind.extension()));
        return chooser;
    }

    @Override
    public Unsaved askAboutUnsaved(String documentName, boolean isInFile) {
        ButtonType save = new ButtonType(messages.get(Text.UNSAVED_SAVE), ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType(messages.get(Text.UNSAVED_DISCARD), ButtonBar.ButtonData.NO);
        ButtonType cancel = new ButtonType(messages.get(Text.CANCEL), ButtonBar.ButtonData.CANCEL_CLOSE);
        Text question = isInFile ? Text.UNSAVED_QUESTION : Text.UNSAVED_NEW_QUESTION;
        Alert alert =
                new Alert(Alert.AlertType.CONFIRMATION, messages.get(question, documentName), save, discard, cancel);
        alert.setTitle(messages.get(Text.UNSAVED_TITLE));
        alert.setHeaderText(messages.get(Text.UNSAVED_TITLE));
        adopt(alert);
        ButtonType answer = alert.showAndWait().orElse(cancel);
        if (answer == save) {
            return Unsaved.SAVE;
        }
        return answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    /** Over the window, with type as large as the window's. */
    private void adopt(Dialog<?> dialog) {
        dialog.initOwner(owner);
        dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
        DialogFit.onShown(dialog);
    }

    @Override
    public ChangedOnDisk askAboutChange(String documentName, SaveOutcome why) {
        boolean vanished = why == SaveOutcome.VANISHED;
        ButtonType overwrite = new ButtonType(
                messages.get(vanished ? Text.DISK_SAVE_AGAIN : Text.DISK_OVERWRITE), ButtonBar.ButtonData.OTHER);
        ButtonType saveAs = new ButtonType(messages.get(Text.SAVE_AS), ButtonBar.ButtonData.YES);
        ButtonType reload = new ButtonType(messages.get(Text.DISK_RELOAD), ButtonBar.ButtonData.OTHER);
        ButtonType cancel = new ButtonType(messages.get(Text.CANCEL), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.WARNING, messages.get(changeText(why), documentName));
        alert.getButtonTypes().setAll(saveAs, overwrite, cancel);
        if (why == SaveOutcome.CHANGED) {
            alert.getButtonTypes().add(reload);
        }
        alert.setTitle(messages.get(Text.DISK_TITLE));
        alert.setHeaderText(messages.get(Text.DISK_TITLE));
        adopt(alert);
        alert.getDialogPane().setStyle(alert.getDialogPane().getStyle() + CHANGE_WIDTH);
        ButtonType answer = alert.showAndWait().orElse(cancel);
        if (answer == overwrite) {
            return ChangedOnDisk.OVERWRITE;
        }
        if (answer == saveAs) {
            return ChangedOnDisk.SAVE_AS;
        }
        return answer == reload ? ChangedOnDisk.RELOAD : ChangedOnDisk.CANCEL;
    }

    private static TextKey changeText(SaveOutcome why) {
        return switch (why) {
            case CHANGED -> Text.DISK_CHANGED;
            case VANISHED -> Text.DISK_VANISHED;
            case EXISTS -> Text.DISK_EXISTS;
            case SAVED -> throw new IllegalArgumentException("nothing to ask about");
        };
    }

    @Override
    public Recovered offerRecovered(List<Leftover> leftovers) {
        return new RecoveryDialog(owner, messages, leftovers).showAndWait().orElseGet(Recovered.Later::new);
    }

    @Override
    public Optional<Integer> chooseArray(String file, List<String> arrays, int suggested) {
        ChoiceDialog<String> choice = new ChoiceDialog<>(arrays.get(suggested), arrays);
        choice.setTitle(messages.get(Text.CHOOSE_ARRAY_TITLE, file));
        choice.setHeaderText(messages.get(Text.CHOOSE_ARRAY_TITLE, file));
        choice.setGraphic(null);
        adopt(choice);
        choice.getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(messages.get(Text.CHOOSE_ARRAY), ButtonBar.ButtonData.OK_DONE),
                        new ButtonType(messages.get(Text.CANCEL), ButtonBar.ButtonData.CANCEL_CLOSE));
        return choice.showAndWait().map(arrays::indexOf);
    }

    @Override
    public Optional<ImportTarget> askLabelsOrLogits(String array, RoleGuess guess) {
        ButtonType labels = new ButtonType(messages.get(Text.TAKE_AS_LABELS), ButtonBar.ButtonData.YES);
        ButtonType logits = new ButtonType(messages.get(Text.TAKE_AS_LOGITS), ButtonBar.ButtonData.NO);
        ButtonType cancel = new ButtonType(messages.get(Text.CANCEL), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                messages.get(Text.LABELS_OR_LOGITS, array, messages.get(ImportTarget.reason(guess))),
                labels,
                logits,
                cancel);
        alert.setTitle(messages.get(Text.LABELS_OR_LOGITS_TITLE));
        alert.setHeaderText(messages.get(Text.LABELS_OR_LOGITS_TITLE));
        adopt(alert);
        suggest(alert.getDialogPane(), guess.isLogits() ? logits : labels);
        ButtonType answer = alert.showAndWait().orElse(cancel);
        if (answer == labels) {
            return Optional.of(ImportTarget.LABELS);
        }
        return answer == logits ? Optional.of(ImportTarget.LOGITS) : Optional.empty();
    }

    /** Makes this the button that Enter presses, wherever it is. */
    private static void suggest(DialogPane pane, ButtonType suggested) {
        for (ButtonType type : pane.getButtonTypes()) {
            if (pane.lookupButton(type) instanceof Button button) {
                button.setDefaultButton(type.equals(suggested));
            }
        }
        pane.lookupButton(suggested).requestFocus();
    }

    @Override
    public void showError(String what, String why) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.setHeaderText(what);
        Label text = new Label(why);
        text.setWrapText(true);
        text.setStyle(TEXT_WIDTH);
        text.setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setContent(text);
        adopt(alert);
        alert.showAndWait();
    }
}
