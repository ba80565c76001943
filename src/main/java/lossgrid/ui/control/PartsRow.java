package lossgrid.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;

/**
 * A right-aligned text of parts. Where there is not enough room, the last parts are left out, and the tooltip has all
 * of them.
 */
public final class PartsRow extends FittingRow {
    private final StringProperty whole = new SimpleStringProperty("");
    private String text = "";

    public PartsRow(String id, String styleClass, Pos alignment) {
        setId(id);
        getStyleClass().addAll("parts", styleClass, "mono");
        setAlignment(alignment);
        Tooltips.install(this, whole);
    }

    /** The text of all parts, including those left out. */
    public String text() {
        return text;
    }

    public void show(List<String> parts) {
        String joined = String.join("  ", parts);
        if (joined.equals(text)) {
            return;
        }
        text = joined;
        whole.set(joined);
        setAccessibleText(joined);
        List<Label> labels = new ArrayList<>();
        for (String part : parts) {
            Label label = new Label(part);
            label.setMinWidth(USE_PREF_SIZE);
            labels.add(label);
        }
        getChildren().setAll(labels);
    }
}
