package lossgrid.ui;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lossgrid.core.Shape;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.Marks;

/** The doctor screen: labels as they came, findings, comparison. Its columns take no work while it does not show. */
final class DoctorPane extends ScrollPane {
    private final Workspace workspace;
    private final LabelColumn labels;
    private final FindingsColumn findings;
    private final CompareColumn compare;

    DoctorPane(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        labels = new LabelColumn(workspace, popovers);
        findings = new FindingsColumn(workspace);
        compare = new CompareColumn(workspace, popovers);
        HBox columns = new HBox(labels, findings, compare);
        columns.getStyleClass().add("doctor-columns");
        columns().forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        setContent(columns);
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("doctor", "board-scroll");
        workspace.session().analysisProperty().subscribe(this::refresh);
        workspace.messages().languageProperty().subscribe(this::refresh);
        ViewState view = workspace.view();
        view.screenProperty().subscribe(this::refresh);
        // Of a large document they come after its analysis.
        workspace.diagnosis().findingsProperty().subscribe(this::refreshFindings);
        view.proposedProperty().subscribe(this::propose);
        view.marksProperty().subscribe(marks -> labels.mark(marks.flatMap(this::pixels)));
        refresh();
    }

    /** Never: at each click a scroll pane would take the focus from what was clicked. */
    @Override
    public void requestFocus() {}

    List<DoctorColumn> columns() {
        return List.of(labels, findings, compare);
    }

    LabelColumn labels() {
        return labels;
    }

    FindingsColumn findings() {
        return findings;
    }

    CompareColumn compare() {
        return compare;
    }

    private void refresh() {
        if (isShown()) {
            columns().forEach(column -> column.refresh(workspace.session().analysis()));
            propose();
        }
    }

    private boolean isShown() {
        return workspace.view().screen() == Screen.DOCTOR;
    }

    private void refreshFindings() {
        if (isShown()) {
            findings.refresh(workspace.session().analysis());
            propose();
        }
    }

    /** Shows the steps of the fix that is looked at, or else of the best one, in the chain. */
    private void propose() {
        if (!isShown()) {
            return;
        }
        Optional<Fix> fix = workspace.view().proposedProperty().get().or(this::best);
        labels.encoding().propose(Optional.empty());
        fix.ifPresent(mend ->
                workspace.diagnosis().mended(mend, analysis -> labels.encoding().propose(Optional.of(analysis))));
    }

    private Optional<Fix> best() {
        return workspace.diagnosis().findingsProperty().get().stream()
                .flatMap(finding -> finding.fixes().stream())
                .findFirst();
    }

    /** The marked cells as pixels of the raw labels, as long as the encoding has not moved them. */
    private Optional<BitSet> pixels(Marks marks) {
        Shape raw = workspace.session().analysis().experiment().labels().shape();
        boolean isSame = marks.grid() == Marks.Grid.ENCODED && marks.shape().size() == raw.size();
        return isSame ? Optional.of(marks.cells()) : Optional.empty();
    }
}
