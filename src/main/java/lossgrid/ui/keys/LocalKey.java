package lossgrid.ui.keys;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import lossgrid.ui.control.Messages;
import lossgrid.words.Text;

/** Keys and gestures of the part with the focus or the pointer: the cells, or a presentation's stages. */
public enum LocalKey implements KeyHelp {
    MOVE(Group.CELLS, Text.MOVE_BETWEEN_CELLS, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN),
    TO_EDGE(Group.CELLS, Text.MOVE_TO_EDGE, Text.KEYS_TO_EDGE),
    NEXT_PLANE(Group.CELLS, Text.MOVE_BETWEEN_PLANES, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN),
    EXTEND(Group.CELLS, Text.EXTEND_SELECTION, Text.KEYS_EXTEND),
    CELL_MENU(Group.CELLS, Text.OPEN_CELL_MENU, new KeyCodeCombination(KeyCode.F10, SHIFT_DOWN)),
    TYPE(Group.CELLS, Text.TYPE_INTO_CELL, Text.KEYS_TYPING),
    EDIT(Group.CELLS, Text.EDIT_CELL, KeyCode.ENTER, KeyCode.F2),
    TAKE_AND_DOWN(Group.CELLS, Text.TAKE_AND_DOWN, KeyCode.ENTER),
    TAKE_AND_NEXT(Group.CELLS, Text.TAKE_AND_NEXT, KeyCode.TAB),
    TAKE_AND_PREVIOUS(Group.CELLS, Text.TAKE_AND_PREVIOUS, new KeyCodeCombination(KeyCode.TAB, SHIFT_DOWN)),
    DROP(Group.CELLS, Text.DROP_INPUT, KeyCode.ESCAPE),
    SCRUB(Group.CELLS, Text.SCRUB_CELLS, Text.KEYS_SCRUB),
    ZOOM(Group.CELLS, Text.ZOOM_GRID, Text.KEYS_WHEEL),
    FIT(Group.CELLS, Text.FIT_GRID, Text.KEYS_FIT),
    PAN(Group.CELLS, Text.PAN_GRID, Text.KEYS_PAN),
    NEXT_STAGE(Group.PRESENTATION, Text.NEXT_STAGE, KeyCode.RIGHT, KeyCode.SPACE, KeyCode.PAGE_DOWN, KeyCode.DOWN),
    PREVIOUS_STAGE(
            Group.PRESENTATION, Text.PREVIOUS_STAGE, KeyCode.LEFT, KeyCode.BACK_SPACE, KeyCode.PAGE_UP, KeyCode.UP),
    FIRST_STAGE(Group.PRESENTATION, Text.FIRST_STAGE, KeyCode.HOME),
    WHOLE_BOARD(Group.PRESENTATION, Text.WHOLE_BOARD, KeyCode.END),
    EDIT_STAGE(Group.PRESENTATION, Text.EDIT_STAGE, KeyCode.ENTER),
    LEAVE_STAGE(Group.PRESENTATION, Text.LEAVE_STAGE, KeyCode.ESCAPE);

    private final Group group;
    private final Text meaning;

    @SuppressWarnings("ImmutableEnumChecker") // Neither the list nor a combination changes.
    private final List<KeyCombination> combinations;

    @SuppressWarnings("ImmutableEnumChecker") // Optional does not change.
    private final Optional<Text> gesture;

    LocalKey(Group group, Text meaning, KeyCode... codes) {
        this(
                group,
                meaning,
                Stream.of(codes).<KeyCombination>map(KeyCodeCombination::new).toList(),
                Optional.empty());
    }

    LocalKey(Group group, Text meaning, KeyCodeCombination combination) {
        this(group, meaning, List.of(combination), Optional.empty());
    }

    LocalKey(Group group, Text meaning, Text gesture) {
        this(group, meaning, List.of(), Optional.of(gesture));
    }

    LocalKey(Group group, Text meaning, List<KeyCombination> combinations, Optional<Text> gesture) {
        this.group = group;
        this.meaning = meaning;
        this.combinations = combinations;
        this.gesture = gesture;
    }

    /** The key of {@code among} that matches an event, if any. */
    public static Optional<LocalKey> of(KeyEvent event, Group among) {
        return Stream.of(values())
                .filter(key -> key.group == among)
                .filter(key -> key.combinations.stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }

    @Override
    public Group group() {
        return group;
    }

    @Override
    public Text meaning() {
        return meaning;
    }

    @Override
    public List<KeyCombination> combinations() {
        return combinations;
    }

    @Override
    public String keys(Messages messages) {
        return gesture.map(messages::get).orElseGet(() -> KeyHelp.super.keys(messages));
    }
}
