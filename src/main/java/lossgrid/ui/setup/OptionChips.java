package lossgrid.ui.setup;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.text.ArrayText;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import org.jspecify.annotations.Nullable;

/** The loss's options as buttons, each of which opens its editor. */
public final class OptionChips extends HBox {
    private static final double GAP = 8;
    private static final int MOST_WEIGHTS = 4;

    private final Workspace workspace;
    private final Map<OptionName, Button> chips = new EnumMap<>(OptionName.class);

    public OptionChips(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        getStyleClass().add("chips");
        setSpacing(GAP);
        setMinWidth(Region.USE_PREF_SIZE);
        for (OptionName option : OptionName.values()) {
            Button chip = new Button();
            chip.setMnemonicParsing(false);
            chip.getStyleClass().addAll("chip", "mono");
            chip.setId("chip-" + option.torchName());
            VBox pane = new VBox(new OptionEditor(workspace, option, "edit"));
            pane.getStyleClass().add("option-pane");
            chip.setOnAction(_ -> popovers.toggle(chip, pane));
            chips.put(option, chip);
            getChildren().add(chip);
        }
        workspace
                .session()
                .follow(Frame::document, this::refresh, workspace.messages().languageProperty());
        refresh();
    }

    private void refresh() {
        Experiment experiment = workspace.session().experiment();
        chips.forEach((option, chip) -> {
            boolean read = option.isRead(experiment);
            chip.setText(option.torchName() + ": " + value(option, experiment.options()));
            chip.pseudoClassStateChanged(OptionEditor.UNREAD, !read);
            chip.setTooltip(
                    read ? null : new Tooltip(OptionEditor.unreadText(workspace.messages(), experiment, option)));
            boolean isShown = option != OptionName.POS_WEIGHT || experiment.isBinary();
            SectionNodes.show(chip, isShown);
        });
    }

    private String value(OptionName option, LossOptions options) {
        return switch (option) {
            case REDUCTION -> options.reduction().torchName();
            case IGNORE_INDEX -> Long.toString(options.ignoreIndex());
            case WEIGHT -> array(options.weight());
            case POS_WEIGHT -> array(options.posWeight());
            case LABEL_SMOOTHING -> NumberDisplay.shortest(options.labelSmoothing());
        };
    }

    private String array(@Nullable Tensor value) {
        if (value == null) {
            return workspace.messages().get(Text.NONE);
        }
        return value.size() <= MOST_WEIGHTS && value.shape().rank() <= 1
                ? ArrayText.format(value)
                : value.shape().toString();
    }
}
