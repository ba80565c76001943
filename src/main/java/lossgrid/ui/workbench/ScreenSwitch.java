package lossgrid.ui.workbench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lossgrid.ui.control.Messages;
import lossgrid.ui.keys.Shortcut;
import lossgrid.ui.session.Screen;
import lossgrid.ui.workspace.ViewState;

/** “Board | Doctor”: chooses the screen of the window. */
final class ScreenSwitch extends HBox {
    private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);

    ScreenSwitch(ViewState view, Messages messages) {
        setId("screens");
        getStyleClass().add("screens");
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(messages.bind(screen.title()));
            button.setId("screen-" + screen.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass().add(screen == Screen.BOARD ? "left-pill" : "right-pill");
            button.setMinWidth(Region.USE_PREF_SIZE);
            Shortcut.SCREEN.explain(button, messages);
            button.setOnAction(_ -> {
                view.screenProperty().set(screen);
                button.setSelected(true);
            });
            buttons.put(screen, button);
            getChildren().add(button);
        }
        view.screenProperty().subscribe(screen -> Optional.ofNullable(buttons.get(screen))
                .ifPresent(button -> button.setSelected(true)));
    }
}
