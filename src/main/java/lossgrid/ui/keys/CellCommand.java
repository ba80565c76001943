package lossgrid.ui.keys;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import lossgrid.words.Text;

/** The commands of menus and shortcuts for the selected cells. */
public enum CellCommand implements KeyHelp {
    CUT(Text.CELLS_CUT, "Shortcut+X"),
    COPY(Text.CELLS_COPY, "Shortcut+C"),
    PASTE(Text.CELLS_PASTE, "Shortcut+V"),
    CLEAR(Text.CELLS_CLEAR, "Delete"),
    FILL(Text.CELLS_FILL, "Shortcut+D"),
    FILL_WITH(Text.CELLS_FILL_WITH, "Shortcut+Shift+D"),
    INCREASE(Text.CELLS_INCREASE, "Alt+Up"),
    DECREASE(Text.CELLS_DECREASE, "Alt+Down"),
    RANDOMIZE(Text.CELLS_RANDOMIZE, "Shortcut+Shift+R"),
    SELECT_ALL(Text.CELLS_SELECT_ALL, "Shortcut+A");

    private final Text text;
    private final String keys;

    CellCommand(Text text, String keys) {
        this.text = text;
        this.keys = keys;
    }

    public Text text() {
        return text;
    }

    @Override
    public Group group() {
        return Group.CELLS;
    }

    @Override
    public Text meaning() {
        return text;
    }

    @Override
    public List<KeyCombination> combinations() {
        return List.of(keys());
    }

    public KeyCombination keys() {
        return KeyCombination.valueOf(keys);
    }

    /** The id of its menu item. */
    public String id() {
        return "cells-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it does not change the document, so that read-only cards have it too. */
    public boolean onlyReads() {
        return this == COPY || this == SELECT_ALL;
    }

    /** Whether a menu begins a new group with it. */
    public boolean startsGroup() {
        return this == CLEAR || this == INCREASE || this == SELECT_ALL;
    }

    public static Optional<CellCommand> of(KeyEvent event) {
        for (CellCommand command : values()) {
            if (command.keys().match(event)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
