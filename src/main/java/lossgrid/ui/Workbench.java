package lossgrid.ui;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import lossgrid.paint.ColorSettings;

/** The whole window's content: bar, board and foot. The same for the screen and for pictures. */
final class Workbench extends BorderPane {
    private final Board board;
    private final PopoverLayer popovers = new PopoverLayer();
    private Theme theme;

    Workbench(Workspace workspace, Theme theme) {
        this.theme = theme;
        getStyleClass().add("workbench");
        getStylesheets().addAll(Theme.sheets());
        getStylesheets().add(Fonts.sheet());
        board = new Board(workspace, popovers);
        TopBar bar = new TopBar(workspace, () -> show(this.theme.other()), popovers);
        setTop(bar);
        setCenter(board);
        setRight(new SidePanel(new LedgerSection(workspace)));
        setBottom(new Foot(workspace, popovers));
        getChildren().add(popovers);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                addShortcuts(scene, workspace.session(), workspace.documents());
                addColorShortcuts(scene, workspace.view());
                scene.getAccelerators().put(shortcut(KeyCode.E), bar::toggleExperiment);
            }
        });
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

    private static void addShortcuts(Scene scene, Session session, DocumentActions documents) {
        var keys = scene.getAccelerators();
        keys.put(shortcut(KeyCode.Z), session::undo);
        keys.put(shortcut(KeyCode.Z, KeyCombination.SHIFT_DOWN), session::redo);
        keys.put(shortcut(KeyCode.Y), session::redo);
        keys.put(shortcut(KeyCode.O), documents::open);
        keys.put(shortcut(KeyCode.S), documents::save);
        keys.put(shortcut(KeyCode.S, KeyCombination.SHIFT_DOWN), documents::saveAs);
    }

    /** More or fewer digits; plus and minus stand on different keys of different keyboards. */
    private static void addColorShortcuts(Scene scene, ViewState view) {
        var keys = scene.getAccelerators();
        for (KeyCode more : new KeyCode[] {KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD}) {
            keys.put(shortcut(more, KeyCombination.SHIFT_ANY), () -> addDigits(view, 1));
        }
        for (KeyCode fewer : new KeyCode[] {KeyCode.MINUS, KeyCode.SUBTRACT}) {
            keys.put(shortcut(fewer, KeyCombination.SHIFT_ANY), () -> addDigits(view, -1));
        }
    }

    private static void addDigits(ViewState view, int more) {
        ColorSettings colors = view.colors();
        view.colorsProperty().set(colors.withDigits(colors.digits() + more));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        popovers.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private static KeyCombination shortcut(KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] modifiers = new KeyCombination.Modifier[more.length + 1];
        modifiers[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, modifiers, 1, more.length);
        return new KeyCodeCombination(code, modifiers);
    }
}
