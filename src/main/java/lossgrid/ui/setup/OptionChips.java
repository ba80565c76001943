package lossgrid.ui.setup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.text.ArrayText;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.session.Frame;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import org.jspecify.annotations.Nullable;

/** The loss's options as buttons, each of which opens its editor; those without room are behind the last one. */
public final class OptionChips extends HBox {
    private static final double GAP = 8;
    private static final int MOST_WEIGHTS = 4;

    private final Workspace workspace;
    private final Button more = new Button("⋯");
    private final Map<OptionName, Button> chips = new EnumMap<>(OptionName.class);

    public OptionChips(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        getStyleClass().add("chips");
        setSpacing(GAP);
        more.getStyleClass().addAll("chip", "mono");
        more.setId("chip-more");
        more.accessibleTextProperty().bind(workspace.messages().bind(Text.MORE_OPTIONS));
        Tooltips.install(more, workspace.messages(), Text.MORE_OPTIONS);
        more.setOnAction(_ -> popovers.toggle(more, hidden()));
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
        getChildren().add(more);
        workspace
                .session()
                .follow(Frame::document, this::refresh, workspace.messages().languageProperty());
        refresh();
    }

    /** Editors of the options whose buttons have no room. */
    private VBox hidden() {
        VBox pane = new VBox();
        pane.getStyleClass().add("option-pane");
        chips.forEach((option, chip) -> {
            if (chip.isManaged() && !chip.isVisible()) {
                pane.getChildren().add(new OptionEditor(workspace, option, "more"));
            }
        });
        return pane;
    }

    /** Hides buttons, from the last on, where there is no room for all. */
    @Override
    protected void layoutChildren() {
        List<Button> shown = chips.values().stream().filter(Node::isManaged).toList();
        double all = shown.stream()
                .mapToDouble(chip -> chip.prefWidth(-1) + getSpacing())
                .sum();
        boolean areAllShown = all - getSpacing() <= getWidth();
        double room = getWidth() - (areAllShown ? 0 : more.prefWidth(-1) + getSpacing());
        double x = 0;
        boolean fits = true;
        for (Button chip : shown) {
            double width = Math.ceil(chip.prefWidth(-1));
            fits = fits && x + width <= room + 1;
            chip.setVisible(fits);
            place(chip, x, width);
            x += fits ? width + getSpacing() : 0;
        }
        more.setVisible(!areAllShown);
        place(more, x, Math.ceil(more.prefWidth(-1)));
    }

    private void place(Button button, double x, double width) {
        double height = button.prefHeight(width);
        button.resizeRelocate(x, Math.floor((getHeight() - height) / 2), width, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return chips.values().stream()
                        .filter(Node::isManaged)
                        .mapToDouble(chip -> Math.ceil(chip.prefWidth(-1)) + getSpacing())
                        .sum()
                - getSpacing();
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(more.prefWidth(-1));
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
            chip.setManaged(isShown);
            chip.setVisible(isShown);
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
