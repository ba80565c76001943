package lossgrid.ui.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lossgrid.io.document.Lesson;
import lossgrid.model.edit.Change;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Route;
import lossgrid.ui.control.FocusKeeper;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.ShrinkingMenu;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.document.DocumentActions;
import lossgrid.ui.document.LessonWords;
import lossgrid.ui.document.RecentMenu;
import lossgrid.ui.explain.TracebackDialog;
import lossgrid.ui.keys.Shortcut;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;
import lossgrid.ui.setup.ExperimentPane;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.ChangeText;
import lossgrid.words.HelpText;
import lossgrid.words.Text;
import lossgrid.words.TextKey;
import org.jspecify.annotations.Nullable;

/** Files, undo, route and lesson on the left; language and theme on the right. */
final class TopBar extends HBox {
    /** The number of items at the right end: language, theme and the overflow. */
    private static final int LAST = 3;

    private static final double LEAST_LESSON = 16;

    /** The width, relative to the font size, below which buttons have shorter texts. */
    private static final double TIGHT_BELOW = 108;

    private final Session session;
    private final Messages messages;
    private final Label brand = SectionNodes.label("Lossgrid", "brand");
    private final ShrinkingMenu lessons;
    private final Button experiment;
    private final ToolOverflow overflow;
    private final Label documentName;
    private final BooleanProperty tight = new SimpleBooleanProperty();

    private @Nullable ExperimentPane settings;

    TopBar(Workspace workspace, Runnable switchTheme, PopoverLayer popovers) {
        session = workspace.session();
        messages = workspace.messages();
        DocumentActions documents = workspace.documents();
        getStyleClass().setAll("top-bar");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        accessibleTextProperty().bind(messages.bind(Text.REGION_TOOLS));
        experiment = button(Text.EXPERIMENT, Shortcut.EXPERIMENT, "experiment", () -> {});
        shorten(experiment, Text.EXPERIMENT, "⚙");
        experiment.setOnAction(_ -> popovers.toggle(experiment, settings(workspace)));
        brand.setMinWidth(Region.USE_PREF_SIZE);
        Button undo = step("↶", Shortcut.UNDO, HelpText.UNDO_STEP, Frame::undoes, session::undo);
        Button redo = step("↷", Shortcut.REDO, HelpText.REDO_STEP, Frame::redoes, session::redo);
        session.follow(frame -> frame, () -> showSteps(undo, redo));
        showSteps(undo, redo);
        Button language = button(Text.OTHER_LANGUAGE, Shortcut.LANGUAGE, "language", messages::switchLanguage);
        lessons = lessons(documents);
        HBox routes = routes();
        documentName = documentName(documents);
        overflow = new ToolOverflow(this, List.of(brand, lessons, documentName), popovers, messages);
        Button present = button(Text.PRESENT, Shortcut.PRESENT, "present", workspace.view()::togglePresentation);
        shorten(present, Text.PRESENT, "▶");
        getChildren()
                .addAll(
                        brand,
                        open(documents),
                        button(Text.SAVE, Shortcut.SAVE, "save", documents::save),
                        undo,
                        redo,
                        routes,
                        lessons,
                        experiment,
                        SectionNodes.spacer(),
                        documentName,
                        SectionNodes.spacer(),
                        present,
                        language,
                        symbol("◐", Shortcut.THEME, "theme", switchTheme),
                        overflow);
        Button explain = button(Text.EXPLAIN_ERROR, Shortcut.EXPLAIN_ERROR, "explain-error", () -> explain(workspace));
        shorten(explain, Text.EXPLAIN_ERROR, "?!");
        addAfter("experiment", explain);
        MenuItem explainItem = new MenuItem();
        explainItem.setId("explain-error-item");
        explainItem.textProperty().bind(messages.bind(Text.EXPLAIN_ERROR));
        explainItem.setOnAction(_ -> explain(workspace));
        lessons.getItems().addAll(new SeparatorMenuItem(), explainItem);
        follow(workspace.view(), List.of(documentName, explain), List.of(routes, lessons));
        widthProperty().subscribe(this::tighten);
        brand.fontProperty().subscribe(this::tighten);
        messages.languageProperty().subscribe(overflow::restore);
        workspace.view().screenProperty().subscribe(overflow::restore);
    }

    private void tighten() {
        overflow.restore();
        tight.set(getWidth() < TIGHT_BELOW * lessons.getFont().getSize());
    }

    /** Shows {@code less} instead of the text where the bar is tight. */
    private void shorten(ButtonBase button, TextKey text, String less) {
        button.textProperty().bind(Bindings.when(tight).then(less).otherwise(messages.bind(text)));
        button.accessibleTextProperty().bind(messages.bind(text));
    }

    /** Hides the controls for the board's cells on the doctor screen, where the document's name needs the room. */
    private static void follow(ViewState view, List<Node> ofDoctor, List<Node> ofBoard) {
        view.screenProperty().subscribe(screen -> {
            ofBoard.forEach(item -> SectionNodes.show(item, screen == Screen.BOARD));
            ofDoctor.forEach(item -> SectionNodes.show(item, screen == Screen.DOCTOR));
        });
    }

    private void explain(Workspace workspace) {
        new TracebackDialog(getScene().getWindow(), workspace).show();
    }

    private Label documentName(DocumentActions documents) {
        Label name = new Label();
        name.setId("document-name");
        name.getStyleClass().addAll("document-name", "mono");
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        documents::documentName, session.observe(Function.identity()), messages.languageProperty()));
        Tooltips.installWhole(name);
        return name;
    }

    /** Opens or closes the experiment's settings. */
    void toggleExperiment() {
        experiment.fire();
    }

    /** Inserts a node after the one with this id. */
    void addAfter(String id, Node node) {
        List<String> ids = getChildren().stream().map(Node::getId).toList();
        getChildren().add(ids.indexOf(id) + 1, node);
    }

    /** Adds a control of a larger part of the window, left of language and theme. */
    void add(Node action) {
        getChildren().add(getChildren().size() - LAST, action);
    }

    private HBox open(DocumentActions documents) {
        Button open = button(Text.OPEN, Shortcut.OPEN, "open", documents::open);
        open.getStyleClass().add("left-pill");
        return new HBox(open, new RecentMenu(documents, messages));
    }

    private Button button(TextKey text, Shortcut shortcut, String id, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(messages.bind(text));
        shortcut.explain(button, messages);
        return prepare(button, id, action);
    }

    /** A button for a step of the history, which says what it would do. */
    private Button step(
            String symbol, Shortcut shortcut, TextKey named, Function<Frame, Optional<Change>> step, Runnable action) {
        Button button = new Button(symbol);
        ObservableValue<String> meaning = Bindings.createStringBinding(
                () -> step.apply(session.frame())
                        .map(change -> messages.get(named, ChangeText.of(messages.texts(), change)))
                        .orElseGet(() -> messages.get(shortcut.meaning())),
                session.observe(step),
                messages.languageProperty());
        shortcut.explain(button, messages, meaning);
        button.accessibleTextProperty().bind(meaning);
        return prepare(button, shortcut.name().toLowerCase(Locale.ROOT), action);
    }

    private void showSteps(Button undo, Button redo) {
        Frame frame = session.frame();
        // Enabled first, so that one can hand the focus to the other.
        undo.setDisable(!frame.canUndo() && undo.isDisabled());
        redo.setDisable(!frame.canRedo() && redo.isDisabled());
        FocusKeeper.disable(undo, !frame.canUndo(), redo);
        FocusKeeper.disable(redo, !frame.canRedo(), undo);
    }

    private Button symbol(String symbol, Shortcut shortcut, String id, Runnable action) {
        Button button = new Button(symbol);
        shortcut.explain(button, messages);
        button.accessibleTextProperty().bind(messages.bind(shortcut.meaning()));
        return prepare(button, id, action);
    }

    private static Button prepare(Button button, String id, Runnable action) {
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox routes() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton sigmoid = route(Route.SIGMOID, Text.ROUTE_SIGMOID, "sigmoid", "left-pill", group);
        ToggleButton softmax = route(Route.SOFTMAX, Text.ROUTE_SOFTMAX, "softmax", "right-pill", group);
        HBox routes = new HBox(sigmoid, softmax);
        routes.setId("routes");
        routes.getStyleClass().add("routes");
        Runnable refresh = () -> group.selectToggle(
                switch (Route.of(session.experiment())) {
                    case SIGMOID -> sigmoid;
                    case SOFTMAX -> softmax;
                });
        session.follow(Frame::document, refresh);
        refresh.run();
        return routes;
    }

    /** Creates the settings on demand, since the window opens without their many fields. */
    private ExperimentPane settings(Workspace workspace) {
        ExperimentPane pane = settings;
        if (pane == null) {
            pane = new ExperimentPane(workspace);
            settings = pane;
        }
        return pane;
    }

    private ToggleButton route(Route route, TextKey text, String activation, String pill, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        shorten(button, text, activation);
        Tooltips.install(button, messages, text);
        button.setId("route-" + route.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.getStyleClass().add(pill);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            session.apply(new Edit.SwitchRoute(route));
            button.setSelected(true);
        });
        return button;
    }

    private ShrinkingMenu lessons(DocumentActions documents) {
        ShrinkingMenu menu = new ShrinkingMenu();
        menu.setId("lessons");
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        this::lessonText,
                        messages.languageProperty(),
                        session.observe(Frame::lesson),
                        session.observe(Frame::document),
                        tight));
        Tooltips.installWhole(menu);
        for (Lesson lesson : Lesson.values()) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(messages.bind(LessonWords.title(lesson)));
            item.setId("lesson-" + lesson.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> documents.open(lesson));
            menu.getItems().add(item);
        }
        return menu;
    }

    private String lessonText() {
        String title = session.frame()
                .lesson()
                .map(lesson -> messages.get(LessonWords.title(lesson)))
                .orElseGet(() -> session.experiment().title());
        return tight.get() ? title : messages.get(Text.LESSON, title);
    }

    /** Hides the program's name and shortens the lesson's, then moves tools into the overflow. */
    @Override
    protected void layoutChildren() {
        double least = Math.min(lessons.naturalWidth(), lessons.getFont().getSize() * LEAST_LESSON);
        double free = overflow.free() - (brand.isManaged() ? 0 : getSpacing());
        boolean isBrandShown = free >= brand.prefWidth(-1) + (lessons.isManaged() ? lessons.naturalWidth() : 0);
        SectionNodes.show(brand, isBrandShown);
        free = overflow.fit(least);
        // Its tooltip is not worth an ellipsis alone; the title of the window has the name as well.
        documentName.setVisible(documentName.isManaged() && free >= least);
        boolean isWhole = isBrandShown || !getChildren().contains(lessons);
        lessons.setAvailableWidth(isWhole ? Double.MAX_VALUE : Math.max(free, least));
        super.layoutChildren();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
