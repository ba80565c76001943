package lossgrid.ui.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lossgrid.core.array.DecimalText;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.edit.Edits;
import lossgrid.model.edit.History;
import lossgrid.model.text.Parsed;
import lossgrid.paint.geometry.CellRange;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.PastePlacement;
import lossgrid.ui.control.FormDialog;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** Asks what becomes of a pasted array whose shape is not that of the selection, and shows what the grid would be. */
final class PasteDialog extends Dialog<ButtonType> {
    private static final int MOST_MARKED = 1_024;

    private final Messages messages;
    private final CardKind kind;
    private final CellRange target;
    private final LabelArray pasted;
    private final CardActions card;
    private final Session session;
    private final Experiment before;
    private final ToggleGroup modes = new ToggleGroup();
    private final GridView preview;
    private final Label reason = SectionNodes.label("", "form-reason");
    private final Node accept;
    private List<Edit> result;

    PasteDialog(
            Window owner, Workspace workspace, CardKind kind, CellRange target, LabelArray pasted, CardActions card) {
        messages = workspace.messages();
        this.kind = kind;
        this.target = target;
        this.pasted = pasted;
        this.card = card;
        session = workspace.session();
        before = session.experiment();
        preview = new GridView(1);
        preview.setId("paste-preview");
        preview.arrange(workspace.view().arrangement());
        preview.getStyleClass().add("paste-preview");
        preview.setFocusTraversable(false);
        preview.setMouseTransparent(true);
        reason.setId("form-reason");
        reason.setWrapText(true);
        ButtonType button = new ButtonType(messages.get(Text.CELLS_PASTE), ButtonBar.ButtonData.OK_DONE);
        VBox content = new VBox(facts(), choices(), preview, reason);
        content.getStyleClass().add("paste-content");
        FormDialog.prepare(this, owner, messages, Text.PASTE_TITLE, button, content);
        accept = getDialogPane().lookupButton(button);
        accept.addEventFilter(ActionEvent.ACTION, _ -> {
            History.Gesture gesture = new History.Gesture();
            result.forEach(edit -> session.apply(edit, gesture));
        });
        result = look(PastePlacement.Mode.CLIP);
        modes.selectedToggleProperty().subscribe(toggle -> {
            if (toggle != null && toggle.getUserData() instanceof PastePlacement.Mode mode) {
                result = look(mode);
            }
        });
        setOnShown(_ -> {
            if (modes.getSelectedToggle() instanceof RadioButton selected) {
                selected.requestFocus();
            }
        });
    }

    private GridPane facts() {
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts-table");
        Shape shape = kind == CardKind.LOGITS
                ? before.logits().shape()
                : before.labels().shape();
        addFact(facts, 0, Text.PASTE_PASTED, pasted.shape().toString());
        addFact(facts, 1, Text.PASTE_GRID, shape.toString());
        String selected = target.planes().size() + " × " + target.height() + " × " + target.width();
        addFact(facts, 2, Text.PASTE_SELECTION, selected);
        return facts;
    }

    private void addFact(GridPane facts, int row, TextKey name, String value) {
        Label number = SectionNodes.label(value, "mono");
        facts.addRow(row, new Label(messages.get(name)), number);
    }

    private VBox choices() {
        VBox choices = new VBox();
        choices.getStyleClass().add("paste-choices");
        List<RadioButton> usable = new ArrayList<>();
        for (PastePlacement.Mode mode : PastePlacement.Mode.values()) {
            RadioButton choice = new RadioButton(describe(mode));
            choice.setId("paste-" + mode.name().toLowerCase(Locale.ROOT));
            choice.setUserData(mode);
            choice.setToggleGroup(modes);
            choice.setDisable(!PastePlacement.allows(target, pasted.shape(), mode));
            if (mode == PastePlacement.Mode.GROW) {
                SectionNodes.show(choice, enlarging(mode).isPresent());
            }
            choices.getChildren().add(choice);
            if (!choice.isDisable() && choice.isVisible()) {
                usable.add(choice);
            }
        }
        usable.getFirst().setSelected(true);
        return choices;
    }

    private String describe(PastePlacement.Mode mode) {
        return switch (mode) {
            case CLIP ->
                messages.get(
                        Text.PASTE_CLIP,
                        DecimalText.grouped(
                                PastePlacement.of(target, pasted.shape(), mode).size()),
                        DecimalText.grouped(pasted.size()));
            case REPEAT -> messages.get(Text.PASTE_REPEAT, DecimalText.grouped(target.size()));
            case REPLACE ->
                messages.get(
                        Text.PASTE_REPLACE, DecimalText.grouped(target.shape().size()));
            case GROW ->
                messages.get(
                        Text.PASTE_GROW,
                        enlarging(mode).map(this::shapeAfter).orElse(""),
                        DecimalText.grouped(pasted.size()));
        };
    }

    private EditableArray array() {
        return CardActions.values(kind).orElseThrow();
    }

    /** The edit that makes room for what does not fit, in the mode that asks for it. */
    private Optional<Edit> enlarging(PastePlacement.Mode mode) {
        return mode == PastePlacement.Mode.GROW && PastePlacement.allows(target, pasted.shape(), mode)
                ? PasteEdit.enlarging(
                        before,
                        array(),
                        PastePlacement.grown(target, pasted.shape()).shape())
                : Optional.empty();
    }

    private String shapeAfter(Edit enlarging) {
        return array().values(Edits.apply(before, enlarging)).shape().toString();
    }

    /** Shows the grid as it would be, or why it cannot be; returns the edits that would make it so. */
    private List<Edit> look(PastePlacement.Mode mode) {
        Optional<Edit> enlarging = enlarging(mode);
        Experiment room = enlarging.map(edit -> Edits.apply(before, edit)).orElse(before);
        CellRange cells = enlarging.isPresent() ? PastePlacement.grown(target, pasted.shape()) : target;
        PastePlacement placement = PastePlacement.of(cells, pasted.shape(), mode);
        Parsed<Edit> input = PasteEdit.of(room, array(), pasted, placement);
        switch (input) {
            case Parsed.Value<Edit>(Edit edit) -> {
                Experiment after = Edits.apply(room, edit);
                // Goes on from what is known, since of a large document little changes.
                BoardFacts facts = BoardFacts.of(
                        Analyzer.analyze(after, session.analysis()),
                        session.frame().facts());
                preview.show(CardContentBuilder.of(kind, facts, messages).grid().orElse(null));
                preview.highlight(marked(placement, cells));
                reason.setText("");
            }
            case Parsed.Rejected<Edit> rejected -> reason.setText(card.explain(rejected));
        }
        boolean hasRaised = input instanceof Parsed.Rejected<Edit>;
        List<Edit> edits = new ArrayList<>(enlarging.stream().toList());
        if (input instanceof Parsed.Value<Edit>(Edit edit)) {
            edits.add(edit);
        }
        accept.setDisable(hasRaised);
        SectionNodes.show(preview, !hasRaised);
        SectionNodes.show(reason, hasRaised);
        return edits;
    }

    private static List<CellRef> marked(PastePlacement placement, CellRange cells) {
        if (placement.size() > MOST_MARKED) {
            return List.of();
        }
        return Arrays.stream(placement.targets()).mapToObj(cells.shape()::cell).toList();
    }
}
