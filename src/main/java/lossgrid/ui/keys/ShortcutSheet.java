package lossgrid.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Theme;
import lossgrid.words.Text;

/** A sheet over the window with all keys in groups, built from {@link KeyHelp}. */
public final class ShortcutSheet {
    private static final double MOST_OF_WINDOW = 0.94;

    private final Messages messages;
    private final Popup popup = new Popup();
    private final ScrollPane scroll = new ScrollPane();

    public ShortcutSheet(Messages messages) {
        this.messages = messages;
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        // A root, since colours and the font size are looked up there.
        scroll.getStyleClass().addAll("root", "shortcut-sheet");
        scroll.setFocusTraversable(true);
        scroll.setId("shortcut-sheet");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        popup.getContent().add(scroll);
        messages.languageProperty().subscribe((_, _) -> {
            if (popup.isShowing()) {
                fill();
            }
        });
    }

    /** Shows the sheet over {@code window}, in its theme and font size, or hides it. */
    public void toggle(Region window) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        // Filled only now: the window opens without its many lines.
        fill();
        scroll.setStyle(window.getStyle());
        scroll.getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
        Stream.of(Theme.values())
                .map(Theme::styleClass)
                .filter(window.getStyleClass()::contains)
                .forEach(scroll.getStyleClass()::add);
        scroll.setMaxSize(window.getWidth() * MOST_OF_WINDOW, window.getHeight() * MOST_OF_WINDOW);
        Bounds over = window.localToScreen(window.getBoundsInLocal());
        popup.show(window.getScene().getWindow(), over.getMinX(), over.getMinY());
        // Applied again, now that its lines have the window's font.
        scroll.applyCss();
        popup.sizeToScene();
        popup.setX(over.getCenterX() - popup.getWidth() / 2);
        popup.setY(over.getCenterY() - popup.getHeight() / 2);
        scroll.requestFocus();
    }

    private void fill() {
        Label title = SectionNodes.label(messages.get(Text.SHORTCUTS), "sheet-title");
        Label hint = SectionNodes.label(messages.get(Text.SHORTCUTS_HINT), "sheet-hint");
        VBox left =
                new VBox(group(KeyHelp.Group.DOCUMENT), group(KeyHelp.Group.WINDOW), group(KeyHelp.Group.PRESENTATION));
        VBox right = new VBox(group(KeyHelp.Group.CELLS));
        FlowPane columns = new Columns(left, right);
        scroll.setContent(new VBox(title, columns, hint));
        scroll.setAccessibleText(messages.get(Text.SHORTCUTS) + "\n" + spoken());
    }

    /** Groups side by side wherever the window has room, and no wider than necessary. */
    private static final class Columns extends FlowPane {
        Columns(Region... columns) {
            super(columns);
            getStyleClass().add("sheet-columns");
        }

        @Override
        protected double computePrefWidth(double height) {
            double columns = getManagedChildren().stream()
                    .mapToDouble(column -> column.prefWidth(-1))
                    .sum();
            // One gap more than there are between them: room for the scroll bar of a low window, which must not move
            // one below the other.
            return snapSizeX(columns + getHgap() * getManagedChildren().size());
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? computePrefWidth(width) : width);
        }
    }

    private static List<KeyHelp> lines(KeyHelp.Group group) {
        List<KeyHelp> all = new ArrayList<>(List.of(Shortcut.values()));
        all.addAll(List.of(LocalKey.values()));
        all.addAll(List.of(CellCommand.values()));
        return all.stream().filter(line -> line.group() == group).toList();
    }

    private GridPane group(KeyHelp.Group group) {
        GridPane table = new GridPane();
        table.getStyleClass().add("sheet-group");
        Label title = SectionNodes.label(messages.get(group.title()), "section-title");
        table.add(title, 0, 0, 2, 1);
        for (KeyHelp line : lines(group)) {
            Label keys = SectionNodes.label(line.keys(messages), "sheet-keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            table.addRow(table.getRowCount(), keys, new Label(messages.get(line.meaning())));
        }
        return table;
    }

    /** The text for screen readers, which read a sheet as a whole. */
    private String spoken() {
        return Stream.of(KeyHelp.Group.values())
                .flatMap(group -> lines(group).stream())
                .map(line -> messages.get(Text.SPOKEN_PAIR, line.keys(messages), messages.get(line.meaning())))
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
