package lossgrid.ui;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;

/** The whole window's content: bar, board and foot. The same for the screen and for pictures. */
final class Workbench extends BorderPane {
    private final Board board;
    private Theme theme;

    Workbench(Workspace workspace, Theme theme) {
        this.theme = theme;
        getStyleClass().add("workbench");
        getStylesheets().addAll(Theme.sheets());
        getStylesheets().add(Fonts.sheet());
        board = new Board(workspace);
        TopBar bar = new TopBar(workspace, () -> show(this.theme.other()));
        bar.addAfter("redo", new EditMenu(workspace.messages(), board::focusedGrid));
        bar.add(new ExportMenu(workspace.messages(), new ExportActions(workspace, this)));
        setTop(bar);
        setCenter(board);
        setRight(new SidePanel(
                new InspectorSection(workspace),
                new LedgerSection(workspace),
                new WaysSection(workspace),
                new DescentSection(workspace)));
        setBottom(new Foot(workspace));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                addShortcuts(scene, workspace.session(), workspace.documents());
            }
        });
        show(theme);
    }

    Board board() {
        return board;
    }

    Theme theme() {
        return theme;
    }

    private void show(Theme chosen) {
        getStyleClass().remove(theme.styleClass());
        theme = chosen;
        getStyleClass().add(chosen.styleClass());
        chosen.apply();
    }

    private static void addShortcuts(Scene scene, Session session, DocumentActions documents) {
        var keys = scene.getAccelerators();
        keys.put(shortcut(KeyCode.Z), session::undo);
        keys.put(shortcut(KeyCode.Z, KeyCombination.SHIFT_DOWN), session::redo);
        keys.put(shortcut(KeyCode.Y), session::redo);
        keys.put(shortcut(KeyCode.O), documents::open);
        keys.put(shortcut(KeyCode.S), documents::save);
        keys.put(shortcut(KeyCode.S, KeyCombination.SHIFT_DOWN), documents::saveAs);
    }

    private static KeyCombination shortcut(KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] modifiers = new KeyCombination.Modifier[more.length + 1];
        modifiers[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, modifiers, 1, more.length);
        return new KeyCodeCombination(code, modifiers);
    }
}
