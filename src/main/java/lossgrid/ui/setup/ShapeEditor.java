package lossgrid.ui.setup;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossgrid.core.array.DType;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.OptionReader;
import lossgrid.model.text.Parsed;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** Edits the sizes N, C, H, W of the logits by typing or stepping. */
final class ShapeEditor extends VBox {
    private static final int DIGITS = 4;

    private final Session session;
    private final Messages messages;
    private final OptionTexts texts;
    private final Map<OptionReader.Axis, CommitField> fields = new EnumMap<>(OptionReader.Axis.class);

    ShapeEditor(Workspace workspace) {
        session = workspace.session();
        messages = workspace.messages();
        texts = new OptionTexts(workspace, DType.INT64);
        Label reason = CommitField.reasonLabel("size");
        HBox row = new HBox();
        row.getStyleClass().add("sizes");
        for (OptionReader.Axis axis : OptionReader.Axis.values()) {
            row.getChildren().add(size(axis, reason));
        }
        getChildren().addAll(row, reason);
        session.follow(Frame::document, this::refresh);
        refresh();
    }

    private VBox size(OptionReader.Axis axis, Label reason) {
        String id = "size-" + axis.name().toLowerCase(Locale.ROOT);
        CommitField field = new CommitField(id, text -> take(axis, text), reason);
        field.field().setPrefColumnCount(DIGITS);
        field.field().setAccessibleText(axis.name());
        field.field().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            int by = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
            if (by != 0) {
                step(axis, by);
                event.consume();
            }
        });
        fields.put(axis, field);
        Label name = SectionNodes.label(axis.name(), "mono");
        HBox control =
                new HBox(button("−", Text.ONE_LESS, axis, -1, id), field, button("+", Text.ONE_MORE, axis, 1, id));
        control.getStyleClass().add("stepper");
        VBox column = new VBox(name, control);
        column.getStyleClass().add("size");
        return column;
    }

    private Button button(String sign, TextKey meaning, OptionReader.Axis axis, int by, String id) {
        Button button = new Button(sign);
        button.setId(id + (by > 0 ? "-more" : "-less"));
        button.accessibleTextProperty().bind(messages.bind(meaning).map(text -> axis.name() + ": " + text));
        button.setOnAction(_ -> step(axis, by));
        return button;
    }

    private int present(OptionReader.Axis axis) {
        return session.experiment().logits().shape().dim(axis.dim());
    }

    private Optional<String> take(OptionReader.Axis axis, String text) {
        return texts.take((experiment, typed) -> OptionReader.size(experiment, axis, typed), text);
    }

    /** Steps a size; at its limit nothing happens. */
    private void step(OptionReader.Axis axis, int by) {
        if (OptionReader.size(session.experiment(), axis, present(axis) + (long) by)
                instanceof Parsed.Value<Edit>(var edit)) {
            session.apply(edit);
        }
    }

    private void refresh() {
        fields.forEach((axis, field) -> field.show(Integer.toString(present(axis))));
    }
}
