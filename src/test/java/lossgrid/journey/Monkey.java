package lossgrid.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import lossgrid.ui.MainWindow;
import lossgrid.ui.grid.PaintedView;
import lossgrid.ui.keys.CellCommand;
import lossgrid.ui.keys.KeyHelp;
import lossgrid.ui.keys.LocalKey;
import lossgrid.ui.keys.Shortcut;

/** A user without a plan: does something that can be done in a window, drawn at random. */
final class Monkey {
    private static final List<String> TYPED = List.of(
            "0",
            "1",
            "-1",
            "2",
            "255",
            "0.5",
            "-3.25",
            "1e39",
            "nan",
            "inf",
            "-inf",
            "",
            " ",
            "x",
            "4 5 6",
            "１",
            "1,2",
            "300",
            "-100",
            "background",
            "背景",
            "1 2\n3 4",
            "ValueError: Expected input batch_size (1) to match (2)");
    private static final List<KeyCode> PLAIN = List.of(
            KeyCode.ENTER,
            KeyCode.ESCAPE,
            KeyCode.TAB,
            KeyCode.SPACE,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE,
            KeyCode.F2,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN);
    private static final List<KeyCombination> COMBINATIONS = Stream.<KeyHelp[]>of(
                    Shortcut.values(), CellCommand.values(), LocalKey.values())
            .flatMap(Stream::of)
            .flatMap(key -> key.combinations().stream())
            .toList();
    private static final int MOST_DRAGS = 4;

    /** A kind of action, how often it is taken relative to the others, and what it does. */
    private record Habit(int weight, Action action) {}

    /** Something to do in a window; says what it did. */
    private interface Action {
        String in(Parent root);
    }

    private final Random random;
    private final MainWindow window;
    private final Stage stage;
    private final MonkeyFiles files;
    private final List<Habit> habits;

    Monkey(Random random, MainWindow window, Stage stage, MonkeyFiles files) {
        this.random = random;
        this.window = window;
        this.stage = stage;
        this.files = files;
        habits = List.of(
                new Habit(20, this::press),
                new Habit(20, this::click),
                new Habit(8, this::drag),
                new Habit(8, this::hover),
                new Habit(6, this::scroll),
                new Habit(12, this::type),
                new Habit(16, this::key),
                new Habit(10, this::combination),
                new Habit(6, this::choose),
                new Habit(5, this::fillField),
                new Habit(4, this::importFile),
                new Habit(2, this::openFile),
                new Habit(2, this::copy),
                new Habit(1, _ -> resize()));
    }

    /** Does something in the window that is in front; says what it was. */
    String act() {
        int drawn = random.nextInt(habits.stream().mapToInt(Habit::weight).sum());
        for (Habit habit : habits) {
            drawn -= habit.weight();
            if (drawn < 0) {
                return habit.action().in(front());
            }
        }
        throw new AssertionError("the weights do not add up");
    }

    /** The content of a dialog if there is one, or now and then of a menu that is open, or of the main window. */
    private Parent front() {
        List<Window> open =
                Window.getWindows().stream().filter(Window::isShowing).toList();
        Window front = open.stream()
                .filter(shown -> shown instanceof Stage && !shown.equals(stage))
                .reduce((older, newer) -> newer)
                .or(() -> random.nextInt(4) == 0 ? any(open) : Optional.empty())
                .orElse(stage);
        return front.getScene().getRoot();
    }

    private static void gather(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, found));
        }
    }

    private <T> Optional<T> any(Parent root, Class<T> type) {
        List<Node> found = new ArrayList<>();
        gather(root, found);
        return any(found.stream().filter(type::isInstance).map(type::cast).toList());
    }

    private <T> Optional<T> any(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId();
    }

    private String press(Parent root) {
        return any(root, ButtonBase.class)
                .map(button -> {
                    if (button instanceof MenuButton menu && !menu.getItems().isEmpty()) {
                        return pick(menu);
                    }
                    button.requestFocus();
                    button.fire();
                    return "press " + name(button);
                })
                .orElse("press nothing");
    }

    private String pick(MenuButton menu) {
        List<MenuItem> items =
                menu.getItems().stream().filter(item -> !item.isDisable()).toList();
        return any(items)
                .map(item -> {
                    item.fire();
                    return "pick " + name(menu) + " " + item.getId() + " " + item.getText();
                })
                .orElse("pick nothing");
    }

    private String choose(Parent root) {
        List<Node> found = new ArrayList<>();
        gather(root, found);
        return any(found.stream().filter(Monkey::isChooser).toList())
                .map(node -> {
                    switch (node) {
                        case ComboBox<?> box
                        when !box.getItems().isEmpty() ->
                            box.getSelectionModel()
                                    .select(random.nextInt(box.getItems().size()));
                        case ChoiceBox<?> box
                        when !box.getItems().isEmpty() ->
                            box.getSelectionModel()
                                    .select(random.nextInt(box.getItems().size()));
                        case Slider slider ->
                            slider.setValue(random.nextDouble(slider.getMin(), Math.nextUp(slider.getMax())));
                        default -> {}
                    }
                    return "choose in " + name(node);
                })
                .orElse("choose nothing");
    }

    private static boolean isChooser(Node node) {
        return node instanceof ComboBox<?> || node instanceof ChoiceBox<?> || node instanceof Slider;
    }

    private String fillField(Parent root) {
        return any(root, TextInputControl.class)
                .filter(TextInputControl::isEditable)
                .map(field -> {
                    String text = typed();
                    field.requestFocus();
                    field.setText(text);
                    fireKey(field, KeyCode.ENTER, Map.of());
                    return "fill " + name(field) + " with " + text;
                })
                .orElse("fill nothing");
    }

    private String typed() {
        return TYPED.get(random.nextInt(TYPED.size()));
    }

    private static Node focused(Parent root) {
        Node owner = root.getScene().getFocusOwner();
        return owner == null ? root : owner;
    }

    private String type(Parent root) {
        String text = typed();
        for (String letter : text.codePoints().mapToObj(Character::toString).toList()) {
            Node owner = focused(root);
            Event.fireEvent(
                    owner, new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
        }
        if (random.nextBoolean()) {
            fireKey(focused(root), KeyCode.ENTER, Map.of());
        }
        return "type " + text;
    }

    private String key(Parent root) {
        KeyCode code = PLAIN.get(random.nextInt(PLAIN.size()));
        Map<KeyCode, Boolean> held = random.nextInt(3) > 0
                ? Map.of()
                : Map.of(
                        KeyCode.SHIFT, random.nextBoolean(),
                        KeyCode.CONTROL, random.nextInt(3) == 0,
                        KeyCode.ALT, random.nextInt(3) == 0);
        Node owner = focused(root);
        fireKey(owner, code, held);
        return "key " + code + " " + held + " at " + name(owner);
    }

    private String combination(Parent root) {
        KeyCombination combination = COMBINATIONS.get(random.nextInt(COMBINATIONS.size()));
        if (combination instanceof KeyCodeCombination keys) {
            fireKey(
                    focused(root),
                    keys.getCode(),
                    Map.of(
                            KeyCode.SHIFT, keys.getShift() == KeyCombination.ModifierValue.DOWN,
                            KeyCode.CONTROL, keys.getShortcut() == KeyCombination.ModifierValue.DOWN,
                            KeyCode.ALT, keys.getAlt() == KeyCombination.ModifierValue.DOWN));
        }
        return "keys " + combination.getName();
    }

    private static void fireKey(EventTarget target, KeyCode code, Map<KeyCode, Boolean> held) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                    target,
                    new KeyEvent(
                            type,
                            KeyEvent.CHAR_UNDEFINED,
                            code.getName(),
                            code,
                            held.getOrDefault(KeyCode.SHIFT, false),
                            held.getOrDefault(KeyCode.CONTROL, false),
                            held.getOrDefault(KeyCode.ALT, false),
                            false));
        }
    }

    /** A place in a view, mostly where something is painted. */
    private Point2D place(Node node) {
        return new Point2D(
                random.nextDouble() * node.getLayoutBounds().getWidth(),
                random.nextDouble() * node.getLayoutBounds().getHeight());
    }

    private String click(Parent root) {
        return any(root, PaintedView.class)
                .map(view -> {
                    Point2D at = place(view);
                    MouseButton button = random.nextInt(6) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
                    Held held = Held.drawn(random);
                    int count = random.nextInt(4) == 0 ? 2 : 1;
                    for (var type : List.of(
                            MouseEvent.MOUSE_MOVED,
                            MouseEvent.MOUSE_PRESSED,
                            MouseEvent.MOUSE_RELEASED,
                            MouseEvent.MOUSE_CLICKED)) {
                        fireMouse(view, type, at, button, count, held);
                    }
                    return "click " + button + " x" + count + " on " + name(view) + " " + at + " " + held;
                })
                .orElse("click nothing");
    }

    private String drag(Parent root) {
        return any(root, PaintedView.class)
                .map(view -> {
                    Held held = Held.drawn(random);
                    Point2D at = place(view);
                    fireMouse(view, MouseEvent.MOUSE_PRESSED, at, MouseButton.PRIMARY, 1, held);
                    for (int i = random.nextInt(MOST_DRAGS); i >= 0; i--) {
                        at = place(view);
                        fireMouse(view, MouseEvent.MOUSE_DRAGGED, at, MouseButton.PRIMARY, 1, held);
                    }
                    // Now and then something else happens while the button is down.
                    if (random.nextInt(4) > 0) {
                        fireMouse(view, MouseEvent.MOUSE_RELEASED, at, MouseButton.PRIMARY, 1, held);
                    }
                    return "drag on " + name(view) + " " + held;
                })
                .orElse("drag nothing");
    }

    private String hover(Parent root) {
        return any(root, Node.class)
                .map(node -> {
                    Point2D at = place(node);
                    fireMouse(node, MouseEvent.MOUSE_ENTERED, at, MouseButton.NONE, 0, Held.NOTHING);
                    fireMouse(node, MouseEvent.MOUSE_MOVED, at, MouseButton.NONE, 0, Held.NOTHING);
                    if (random.nextBoolean()) {
                        fireMouse(node, MouseEvent.MOUSE_EXITED, at, MouseButton.NONE, 0, Held.NOTHING);
                    }
                    return "hover over " + name(node);
                })
                .orElse("hover over nothing");
    }

    /** The keys held down during a gesture. */
    private record Held(boolean shift, boolean control, boolean alt) {
        static final Held NOTHING = new Held(false, false, false);

        static Held drawn(Random random) {
            return random.nextInt(2) == 0
                    ? NOTHING
                    : new Held(random.nextBoolean(), random.nextInt(4) == 0, random.nextBoolean());
        }
    }

    private static void fireMouse(
            Node node, EventType<MouseEvent> type, Point2D at, MouseButton button, int count, Held held) {
        Point2D inScene = node.localToScene(at);
        boolean isDown = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        inScene.getX(),
                        inScene.getY(),
                        button,
                        count,
                        held.shift(),
                        held.control(),
                        held.alt(),
                        false,
                        isDown && button == MouseButton.PRIMARY,
                        false,
                        isDown && button == MouseButton.SECONDARY,
                        false,
                        button == MouseButton.SECONDARY,
                        true,
                        null));
    }

    private String scroll(Parent root) {
        return any(root, PaintedView.class)
                .map(view -> {
                    Point2D at = view.localToScene(place(view));
                    double by = random.nextBoolean() ? 40 : -40;
                    Held held = Held.drawn(random);
                    Event.fireEvent(
                            view,
                            new ScrollEvent(
                                    ScrollEvent.SCROLL,
                                    at.getX(),
                                    at.getY(),
                                    at.getX(),
                                    at.getY(),
                                    held.shift(),
                                    held.control(),
                                    held.alt(),
                                    false,
                                    false,
                                    false,
                                    0,
                                    by,
                                    0,
                                    by,
                                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                                    0,
                                    ScrollEvent.VerticalTextScrollUnits.NONE,
                                    0,
                                    0,
                                    null));
                    return "scroll " + by + " on " + name(view) + " " + held;
                })
                .orElse("scroll nothing");
    }

    private String importFile(Parent root) {
        var file = files.any(random);
        window.workspace().documents().intake().importFile(file, Optional.empty());
        return "import " + file.getFileName();
    }

    private String openFile(Parent root) {
        var file = files.any(random);
        window.workspace().documents().openRecent(file);
        return "open " + file.getFileName();
    }

    private String copy(Parent root) {
        Map<DataFormat, Object> content = random.nextInt(4) == 0
                ? Map.of(DataFormat.IMAGE, SwingFXUtils.toFXImage(MonkeyFiles.picture(), null))
                : Map.of(DataFormat.PLAIN_TEXT, random.nextBoolean() ? "1\t2\n3\t0" : "[[0, 1, 255], [2, 1, 0]]");
        Clipboard.getSystemClipboard().setContent(content);
        return "copy " + content.keySet();
    }

    private String resize() {
        stage.setWidth(960 + random.nextInt(400));
        stage.setHeight(600 + random.nextInt(200));
        return "resize to " + stage.getWidth() + " " + stage.getHeight();
    }
}
