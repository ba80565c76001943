package lossgrid.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.ui.control.DoctorColumn;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Screen;
import lossgrid.ui.workspace.ComparisonState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.SideText;

/** The column with the present comparison or, while there is none, the catalogue of mistakes. */
public final class CompareColumn extends DoctorColumn {
    private final Workspace workspace;
    private final ComparisonState comparing;
    private final ComparisonRun run;
    private final CompareBoard board;
    private final VBox empty;
    private final MistakeList mistakes;
    private final Node computing;

    public CompareColumn(Workspace workspace, PopoverLayer popovers) {
        super("doctor-compare", workspace.messages(), DoctorText.COMPARE);
        this.workspace = workspace;
        comparing = workspace.view().comparing();
        run = new ComparisonRun(workspace.session(), this::refreshIfShown);
        board = new CompareBoard(workspace, popovers);
        mistakes = new MistakeList(workspace.messages(), "compare", comparing::showMistake);
        empty = new VBox(hint(), variant(), mistakes);
        empty.getStyleClass().add("compare-empty");
        computing = computing();
        workspace
                .session()
                .follow(
                        Frame::analysis,
                        this::refreshIfShown,
                        comparing.comparedProperty(),
                        comparing.quantityProperty(),
                        workspace.view().colorsProperty());
    }

    private Node hint() {
        var hint = SectionNodes.note("", "card-note");
        hint.textProperty().bind(workspace.messages().bind(DoctorText.COMPARE_EMPTY));
        return hint;
    }

    private Button variant() {
        Button variant = SectionNodes.button(
                "compare-variant", workspace.messages().bind(DoctorText.COMPARE_VARIANT), comparing::showVariant);
        variant.setWrapText(true);
        return variant;
    }

    private Node computing() {
        var note = SectionNodes.note("", "card-note");
        note.textProperty().bind(workspace.messages().bind(SideText.WAYS_COMPUTING));
        note.setId("compare-computing");
        return note;
    }

    public CompareBoard board() {
        return board;
    }

    private void refreshIfShown() {
        if (workspace.view().screen() == Screen.DOCTOR) {
            refresh(workspace.session().analysis());
        }
    }

    @Override
    public void refresh(Analysis analysis) {
        Optional<ComparisonRequest> compared = comparing.compared();
        if (compared.isEmpty()) {
            board.forget();
            showFacts("");
            show(empty);
            return;
        }
        Optional<Comparison> comparison = run.of(compared.get(), analysis);
        showFacts(board.facts());
        if (comparison.isPresent()) {
            board.show(compared.get(), comparison.get());
            show(board);
        } else {
            show(computing);
        }
    }

    /** Shows a node; one that is shown already keeps the focus. */
    private void show(Node node) {
        if (!content().getChildren().equals(List.of(node))) {
            content().getChildren().setAll(node);
        }
    }
}
