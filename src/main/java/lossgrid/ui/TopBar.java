package lossgrid.ui;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lossgrid.io.Lesson;
import lossgrid.model.Edit;
import lossgrid.model.Route;

/** Files, undo, route and lesson on the left; language and theme on the right. */
final class TopBar extends HBox {
    private final Session session;
    private final Messages messages;
    private final Button experiment;

    TopBar(Workspace workspace, Runnable switchTheme, PopoverLayer popovers) {
        session = workspace.session();
        messages = workspace.messages();
        DocumentActions documents = workspace.documents();
        getStyleClass().add("top-bar");
        ExperimentPane settings = new ExperimentPane(workspace);
        experiment = button(Text.EXPERIMENT, "experiment", () -> {});
        experiment.setOnAction(_ -> popovers.toggle(experiment, settings));
        Label brand = new Label("Lossgrid");
        brand.getStyleClass().add("brand");
        Button undo = symbol("↶", Text.UNDO, "undo", session::undo);
        undo.disableProperty().bind(session.canUndoProperty().not());
        Button redo = symbol("↷", Text.REDO, "redo", session::redo);
        redo.disableProperty().bind(session.canRedoProperty().not());
        Button language = button(Text.OTHER_LANGUAGE, "language", () -> messages.languageProperty()
                .set(messages.language().other()));
        getChildren()
                .addAll(
                        brand,
                        button(Text.OPEN, "open", documents::open),
                        button(Text.SAVE, "save", documents::save),
                        undo,
                        redo,
                        routes(),
                        lessons(documents),
                        experiment,
                        StageCard.spacer(),
                        language,
                        symbol("◐", Text.THEME, "theme", switchTheme));
    }

    /** Opens or closes the experiment's settings. */
    void toggleExperiment() {
        experiment.fire();
    }

    private Button button(Text text, String id, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(messages.bind(text));
        return prepare(button, id, action);
    }

    private Button symbol(String symbol, Text meaning, String id, Runnable action) {
        Button button = new Button(symbol);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(messages.bind(meaning));
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(messages.bind(meaning));
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
        ToggleButton sigmoid = route(Route.SIGMOID, Text.ROUTE_SIGMOID, "left-pill", group);
        ToggleButton softmax = route(Route.SOFTMAX, Text.ROUTE_SOFTMAX, "right-pill", group);
        HBox routes = new HBox(sigmoid, softmax);
        routes.getStyleClass().add("routes");
        session.analysisProperty()
                .subscribe(analysis -> group.selectToggle(
                        switch (Route.of(analysis.experiment())) {
                            case SIGMOID -> sigmoid;
                            case SOFTMAX -> softmax;
                        }));
        return routes;
    }

    private ToggleButton route(Route route, Text text, String pill, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(messages.bind(text));
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

    private MenuButton lessons(DocumentActions documents) {
        MenuButton menu = new MenuButton();
        menu.setId("lessons");
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.get(
                                Text.LESSON,
                                documents
                                        .lessonProperty()
                                        .get()
                                        .map(lesson -> messages.get(title(lesson)))
                                        .orElseGet(() -> session.experiment().title())),
                        messages.languageProperty(),
                        documents.lessonProperty(),
                        session.analysisProperty()));
        for (Lesson lesson : Lesson.values()) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(messages.bind(title(lesson)));
            item.setId("lesson-" + lesson.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> documents.open(lesson));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Text title(Lesson lesson) {
        return switch (lesson) {
            case SINGLE_CHANNEL -> Text.LESSON_SINGLE_CHANNEL;
            case TWO_CHANNEL -> Text.LESSON_TWO_CHANNEL;
            case ASYMMETRIC -> Text.LESSON_ASYMMETRIC;
        };
    }
}
