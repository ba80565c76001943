package lossgrid.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.ComparisonSource;
import lossgrid.model.compare.mistake.MistakeEffect;
import lossgrid.model.document.Experiment;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.grid.LookLegend;
import lossgrid.ui.grid.MapFrame;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.ComparisonState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.ComparisonReasonText;
import lossgrid.words.ComparisonText;
import lossgrid.words.DoctorText;
import lossgrid.words.Text;

/** One side of a comparison: its map or PyTorch's exception, its recipe, its loss, and buttons for it. */
final class CompareCard {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final ComparisonSide side;
    private final Workspace workspace;
    private final Messages messages;
    private final String id;
    private final Label caption = SectionNodes.label("", "side-caption");
    private final Label exception = SectionNodes.note("", "refusal");
    private final Label noMap = SectionNodes.note("", "card-note");
    private final StackPane map;
    private final LookLegend specials;
    private final Label recipe = SectionNodes.label("", "side-recipe", "mono");
    private final Label setup = SectionNodes.note("", "side-setup");
    private final Label number = SectionNodes.label("", "side-number", "mono");
    private final Label reduction = SectionNodes.label("", "card-note");
    private final ToggleButton edit = new ToggleButton();
    private final Button take = new Button();
    private Runnable taking = () -> {};

    CompareCard(ComparisonSide side, Workspace workspace, MapFrame frame) {
        this.side = side;
        this.workspace = workspace;
        messages = workspace.messages();
        id = "compare-" + side.name().toLowerCase(Locale.ROOT);
        specials = new LookLegend(messages, workspace.resolution());
        caption.setWrapText(true);
        exception.getStyleClass().add("mono");
        exception.setId(id + "-refusal");
        // Focusable for users who read with the keyboard.
        exception.setFocusTraversable(true);
        map = new StackPane(frame, exception, noMap);
        map.getStyleClass().add("side-map");
        recipe.setId(id + "-recipe");
        recipe.setWrapText(true);
        setup.getStyleClass().add("mono");
        setup.setId(id + "-setup");
        number.setId(id + "-number");
        edit.setId(id + "-edit");
        edit.textProperty().bind(messages.bind(DoctorText.COMPARE_EDIT));
        Tooltips.install(edit, messages, DoctorText.COMPARE_EDIT_HINT);
        take.setId(id + "-take");
        take.setOnAction(_ -> taking.run());
    }

    ToggleButton editButton() {
        return edit;
    }

    /** The nodes above the common colour bar, from top to bottom. */
    List<Node> above() {
        return List.of(caption, map, specials);
    }

    /** The nodes below it. */
    List<Node> below() {
        FlowPane result = new FlowPane(number, reduction);
        result.getStyleClass().add("side-result");
        FlowPane actions = new FlowPane(edit, take);
        actions.getStyleClass().add("side-actions");
        return List.of(recipe, setup, result, actions);
    }

    void show(ComparisonRequest compared, Comparison comparison, CompareMaps maps, ComparisonText text) {
        Experiment experiment = comparison.analysis(side).experiment();
        ComparisonSource source = compared.source(side);
        caption.setText(messages.get(CompareMaps.title(CompareMaps.Kind.of(side))));
        recipe.setText(text.recipe(experiment));
        setup.setText(String.join("\n", ComparisonText.setup(experiment)));
        Optional<MistakeEffect.Raises> error = MistakeEffect.error(comparison.analysis(side));
        exception.setText(error.map(raises -> raises.type().pythonName() + ": " + raises.message())
                .orElse(""));
        Optional<Float> value = comparison.number(side);
        number.setText(value.map(workspace.view().colors()::text).orElse("—"));
        number.setAccessibleText(caption.getText() + ": " + number.getText());
        number.pseudoClassStateChanged(REFUSED, error.isPresent());
        reduction.setText(messages.get(value.isPresent() ? text.reduction(experiment) : DoctorText.COMPARE_REFUSED));
        boolean hasMap = maps.frame(CompareMaps.Kind.of(side)).isVisible();
        boolean hasRaised = !hasMap && error.isPresent();
        noMap.setText(messages.get(DoctorText.COMPARE_NO_MAP));
        SectionNodes.show(exception, hasRaised);
        SectionNodes.show(noMap, !hasMap && !hasRaised);
        maps.grid(CompareMaps.Kind.of(side)).grid().ifPresent(specials::show);
        SectionNodes.show(specials, hasMap && !specials.getChildren().isEmpty());
        showActions(compared, source);
    }

    private void showActions(ComparisonRequest compared, ComparisonSource source) {
        ComparisonState comparing = workspace.view().comparing();
        boolean isDocument = source instanceof ComparisonSource.Document;
        boolean opens = source instanceof ComparisonSource.Own && !compared.showsDocument();
        taking = opens ? this::open : () -> comparing.take(side);
        take.setText(messages.get(
                isDocument
                        ? DoctorText.COMPARE_IS_DOCUMENT
                        : opens ? DoctorText.COMPARE_OPEN : DoctorText.COMPARE_TAKE));
        take.setDisable(isDocument);
        edit.setAccessibleText(
                messages.get(Text.SPOKEN_PAIR, messages.get(DoctorText.COMPARE_EDIT), caption.getText()));
        take.setAccessibleText(messages.get(Text.SPOKEN_PAIR, take.getText(), caption.getText()));
    }

    private void open() {
        ComparisonState comparing = workspace.view().comparing();
        Session session = workspace.session();
        comparing.compared().ifPresent(compared -> {
            Experiment experiment = compared.source(side).of(session.experiment());
            int before = session.frame().opening();
            workspace
                    .documents()
                    .openMade(experiment.withTitle(ComparisonReasonText.title(compared, messages.texts())));
            if (session.frame().opening() != before) {
                comparing.opened(side);
            }
        });
    }
}
