package lossgrid.ui.keys;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Tooltips;
import lossgrid.words.Text;

/** The keys that work everywhere in the window. All of them are installed, and all are on the shortcut sheet. */
public enum Shortcut implements KeyHelp {
    NEW(Group.DOCUMENT, Text.NEW, control(KeyCode.N)),
    OPEN(Group.DOCUMENT, Text.OPEN, control(KeyCode.O)),
    SAVE(Group.DOCUMENT, Text.SAVE, control(KeyCode.S)),
    SAVE_AS(Group.DOCUMENT, Text.SAVE_AS, shiftControl(KeyCode.S)),
    COPY_PICTURE(Group.DOCUMENT, Text.COPY_PICTURE, shiftControl(KeyCode.C)),
    UNDO(Group.DOCUMENT, Text.UNDO, control(KeyCode.Z)),
    REDO(Group.DOCUMENT, Text.REDO, control(KeyCode.Y), shiftControl(KeyCode.Z)),
    EXPERIMENT(Group.DOCUMENT, Text.EXPERIMENT, control(KeyCode.E)),
    EXPLAIN_ERROR(Group.DOCUMENT, Text.EXPLAIN_ERROR, shiftControl(KeyCode.E)),
    PRESENT(Group.PRESENTATION, Text.PRESENT, plain(KeyCode.F5), plain(KeyCode.F11)),
    SCREEN(Group.WINDOW, Text.SWITCH_SCREEN, plain(KeyCode.F4)),
    COMPARE(Group.WINDOW, Text.COMPARE_OPEN_CATALOGUE, plain(KeyCode.F7)),
    NEXT_REGION(Group.WINDOW, Text.NEXT_REGION, plain(KeyCode.F6)),
    PREVIOUS_REGION(Group.WINDOW, Text.PREVIOUS_REGION, new KeyCodeCombination(KeyCode.F6, SHIFT_DOWN)),
    // The plus is on another key, or needs Shift, on most keyboards.
    LARGER_TYPE(
            Group.WINDOW,
            Text.LARGER_TYPE,
            control(KeyCode.PLUS),
            control(KeyCode.EQUALS),
            shiftControl(KeyCode.EQUALS),
            control(KeyCode.ADD)),
    SMALLER_TYPE(Group.WINDOW, Text.SMALLER_TYPE, control(KeyCode.MINUS), control(KeyCode.SUBTRACT)),
    NORMAL_TYPE(Group.WINDOW, Text.NORMAL_TYPE, control(KeyCode.DIGIT0), control(KeyCode.NUMPAD0)),
    MAXIMIZE_CARD(Group.WINDOW, Text.MAXIMIZE_CARD, control(KeyCode.M)),
    FOLD_CARD(Group.WINDOW, Text.FOLD_CARD, shiftControl(KeyCode.M)),
    MORE_DIGITS(Group.WINDOW, Text.MORE_DIGITS, control(KeyCode.PERIOD)),
    FEWER_DIGITS(Group.WINDOW, Text.FEWER_DIGITS, control(KeyCode.COMMA)),
    LANGUAGE(Group.WINDOW, Text.SWITCH_LANGUAGE, shiftControl(KeyCode.L)),
    THEME(Group.WINDOW, Text.THEME, shiftControl(KeyCode.T)),
    SHORTCUTS(Group.WINDOW, Text.SHORTCUTS, plain(KeyCode.F1));

    private final Group group;
    private final Text meaning;

    @SuppressWarnings("ImmutableEnumChecker") // Neither the list nor a combination changes.
    private final List<KeyCombination> combinations;

    Shortcut(Group group, Text meaning, KeyCodeCombination... combinations) {
        this.group = group;
        this.meaning = meaning;
        this.combinations = List.of(combinations);
    }

    private static KeyCodeCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCodeCombination control(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN);
    }

    private static KeyCodeCombination shiftControl(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_DOWN);
    }

    /** Installs every shortcut with its action from {@code actions}. */
    public static void install(Map<KeyCombination, Runnable> accelerators, Function<Shortcut, Runnable> actions) {
        for (Shortcut shortcut : values()) {
            Runnable action = actions.apply(shortcut);
            shortcut.combinations.forEach(keys -> accelerators.put(keys, action));
        }
    }

    /** Installs a tooltip that shows a control's action and the first of its keys. */
    public void explain(Control control, Messages messages) {
        explain(control, messages, messages.bind(meaning));
    }

    /** As above, with another text for the action. */
    public void explain(Control control, Messages messages, ObservableValue<String> action) {
        String keys = KeyHelp.name(combinations.getFirst());
        Tooltips.install(control, action.map(text -> messages.get(Text.TOOLTIP_WITH_KEYS, text, keys)));
    }

    @Override
    public Group group() {
        return group;
    }

    @Override
    public Text meaning() {
        return meaning;
    }

    /** The first two, since the others are the same keys on other keyboards. */
    @Override
    public List<KeyCombination> shownCombinations() {
        return combinations.stream().limit(2).toList();
    }

    @Override
    public List<KeyCombination> combinations() {
        return combinations;
    }
}
