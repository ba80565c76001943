package lossgrid.ui;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

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
        workspace.view().screenProperty().subscribe(this::refresh);
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
        if (workspace.view().screen() == Screen.DOCTOR) {
            columns().forEach(column -> column.refresh(workspace.session().analysis()));
        }
    }
}
