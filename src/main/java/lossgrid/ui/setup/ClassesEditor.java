package lossgrid.ui.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.ClassColor;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.ColorMapLibrary;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.ui.board.CardContentBuilder;
import lossgrid.ui.control.Colors;
import lossgrid.ui.control.CommitField;
import lossgrid.ui.control.FocusKeeper;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;

/** Edits the names and colours of the classes. */
final class ClassesEditor extends VBox {
    /** The controls of one class. */
    private record Row(CommitField name, ColorPicker color) {}

    private static final int MOST_ROWS = 256;
    private static final int RGB = 0xffffff;

    private final Session session;
    private final Messages messages;
    private final List<Row> rows = new ArrayList<>();
    private final VBox lines = new VBox();
    private final Label more = SectionNodes.label("", "option-hint");
    private final Button usual = new Button();

    ClassesEditor(Workspace workspace) {
        session = workspace.session();
        messages = workspace.messages();
        getStyleClass().add("classes");
        lines.getStyleClass().add("class-rows");
        usual.setId("usual-colors");
        usual.textProperty().bind(messages.bind(Text.USUAL_COLORS));
        usual.setOnAction(_ -> session.apply(new Edit.SetColors(List.of())));
        getChildren().addAll(lines, more, usual);
        session.follow(Frame::document, this::refresh);
        messages.languageProperty().subscribe(this::translate);
        refresh();
    }

    private Experiment experiment() {
        return session.experiment();
    }

    private Row row(int c) {
        CommitField name = new CommitField("class-name-" + c, text -> {
            rename(c, text.strip());
            return Optional.empty();
        });
        ColorPicker color = new ColorPicker();
        color.setId("class-color-" + c);
        color.getStyleClass().add(ColorPicker.STYLE_CLASS_BUTTON);
        color.getCustomColors().setAll(usualColors());
        color.setOnAction(_ -> recolor(c, Colors.rgb(color.getValue())));
        return new Row(name, color);
    }

    private static List<Color> usualColors() {
        List<Color> colors = new ArrayList<>();
        for (int i = 0; i < ColorMapLibrary.classes().size(); i++) {
            colors.add(Colors.opaque(DefaultClassColors.of(i)));
        }
        return colors;
    }

    private static HBox line(int c, Row row) {
        Label index = SectionNodes.label(Integer.toString(c), "mono", "class-index");
        HBox line = new HBox(row.color(), index, row.name());
        line.getStyleClass().add("option-row");
        HBox.setHgrow(row.name(), Priority.ALWAYS);
        return line;
    }

    private void rename(int c, String name) {
        List<String> names = new ArrayList<>(experiment().classes());
        while (names.size() <= c) {
            names.add("");
        }
        names.set(c, name);
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        session.apply(new Edit.SetClasses(names));
    }

    private void recolor(int c, int rgb) {
        ClassPalette palette = CardContentBuilder.palette(experiment());
        if (rgb == (palette.of(c) & RGB)) {
            return;
        }
        List<ClassColor> colors = new ArrayList<>(experiment().colors());
        while (colors.size() <= c) {
            colors.add(new ClassColor(palette.of(colors.size()) & RGB));
        }
        colors.set(c, new ClassColor(rgb));
        session.apply(new Edit.SetColors(colors));
    }

    private void refresh() {
        int classes = experiment().classCount();
        int shown = Math.min(classes, MOST_ROWS);
        if (shown != rows.size()) {
            while (rows.size() > shown) {
                rows.removeLast();
                lines.getChildren().removeLast();
            }
            while (rows.size() < shown) {
                rows.add(row(rows.size()));
                lines.getChildren().add(line(rows.size() - 1, rows.getLast()));
            }
            translate();
        }
        ClassPalette palette = CardContentBuilder.palette(experiment());
        List<String> names = experiment().classes();
        for (int c = 0; c < rows.size(); c++) {
            rows.get(c).name().show(c < names.size() ? names.get(c) : "");
            rows.get(c).color().setValue(Colors.opaque(palette.of(c)));
        }
        SectionNodes.show(more, classes > shown);
        FocusKeeper.disable(
                usual, experiment().colors().isEmpty(), rows.getFirst().color());
    }

    private void translate() {
        more.setText(messages.get(Text.CLASSES_MORE, MOST_ROWS));
        for (int c = 0; c < rows.size(); c++) {
            rows.get(c).name().field().setAccessibleText(messages.get(Text.CLASS_NAME, c));
            rows.get(c).color().setAccessibleText(messages.get(Text.CLASS_COLOR, c));
        }
    }
}
