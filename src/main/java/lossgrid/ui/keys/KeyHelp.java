package lossgrid.ui.keys;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import lossgrid.ui.control.Messages;
import lossgrid.words.Text;

/** Keys and their action: one line of the shortcut sheet. */
public interface KeyHelp {
    /** The parts of the sheet. */
    enum Group {
        DOCUMENT(Text.SHORTCUTS_DOCUMENT),
        WINDOW(Text.SHORTCUTS_WINDOW),
        CELLS(Text.SHORTCUTS_CELLS),
        PRESENTATION(Text.SHORTCUTS_PRESENTATION);

        private final Text title;

        Group(Text title) {
            this.title = title;
        }

        Text title() {
            return title;
        }
    }

    Group group();

    Text meaning();

    /** The keys for the action, the usual ones first. */
    List<KeyCombination> combinations();

    /** The keys among them that are shown. */
    default List<KeyCombination> shownCombinations() {
        return combinations();
    }

    /** The keys as the sheet and the tooltips write them. */
    default String keys(Messages messages) {
        return shownCombinations().stream()
                .filter(keys -> !(keys instanceof KeyCodeCombination code
                        && code.getCode().isKeypadKey()))
                .map(KeyHelp::name)
                .distinct()
                .collect(Collectors.joining("  "));
    }

    /** The name as on keyboards: {@code Ctrl+Z}, {@code Enter}, {@code →}. */
    static String name(KeyCombination keys) {
        return keys.getDisplayText()
                .replace("↵", "Enter")
                .replace("Escape", "Esc")
                .replace("Back Space", "Backspace")
                .replace("Page Down", "PgDn")
                .replace("Page Up", "PgUp");
    }
}
