package lossgrid.ui.control;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few buttons for values, one of which is chosen. */
public final class SegmentedControl<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /**
     * @param id a prefix: the buttons' ids are {@code <id>-<value>}
     * @param text the text of a value's button
     * @param choose called when the user chooses a value
     */
    public SegmentedControl(String id, T[] values, Function<T, String> text, Consumer<T> choose) {
        getStyleClass().add("segments");
        setId(id);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < values.length; i++) {
            T value = values[i];
            ToggleButton button = new ToggleButton(text.apply(value));
            button.setId(id + "-" + text.apply(value).toLowerCase(Locale.ROOT));
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.getStyleClass().add(i == 0 ? "left-pill" : i == values.length - 1 ? "right-pill" : "center-pill");
            button.setOnAction(_ -> {
                choose.accept(value);
                button.setSelected(true);
            });
            buttons.put(value, button);
            getChildren().add(button);
        }
    }

    private ToggleButton button(T value) {
        return Optional.ofNullable(buttons.get(value)).orElseThrow();
    }

    public void name(T value, ObservableValue<String> name) {
        button(value).textProperty().bind(name);
    }

    public void select(T value) {
        button(value).setSelected(true);
    }
}
