package lossgrid.ui;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;

/** The whole window's content: bar, board and foot. The same for the screen and for pictures. */
public final class Workbench extends BorderPane {
    private final Board board;
    private Theme theme;

    /**
     * @param resolution pixels a unit that canvases hold; 1 on a screen
     */
    public Workbench(Session session, Messages messages, DocumentActions documents, Theme theme, double resolution) {
        this.theme = theme;
        getStyleClass().add("workbench");
        getStylesheets().addAll(Theme.ownSheet(), Fonts.sheet());
        board = new Board(session, messages, resolution);
        setTop(new TopBar(session, messages, documents, () -> show(this.theme.other())));
        setCenter(board);
        setBottom(new Foot(session, messages, board));
        shortcuts(session, documents);
        show(theme);
    }

    Board board() {
        return board;
    }

    private void show(Theme chosen) {
        getStyleClass().remove(theme.styleClass());
        theme = chosen;
        getStyleClass().add(chosen.styleClass());
        chosen.apply();
    }

    private void shortcuts(Session session, DocumentActions documents) {
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                addShortcuts(scene, session, documents);
            }
        });
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
