package lossgrid.ui.doctor;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lossgrid.core.array.Shape;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Severity;
import lossgrid.ui.compare.CompareColumn;
import lossgrid.ui.control.DoctorColumn;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The doctor screen: labels as they came, findings, comparison. Its columns take no work while it does not show. */
public final class DoctorPane extends ScrollPane {
    private final Workspace workspace;
    private final PopoverLayer popovers;
    private @Nullable Columns made;

    private record Columns(LabelColumn labels, FindingsColumn findings, CompareColumn compare) {
        List<DoctorColumn> all() {
            return List.of(labels, findings, compare);
        }
    }

    public DoctorPane(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        this.popovers = popovers;
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("doctor", "board-scroll");
        Session session = workspace.session();
        ViewState view = workspace.view();
        ObservableValue<?>[] others = {workspace.messages().languageProperty(), view.screenProperty()};
        session.follow(Frame::analysis, this::refresh, others);
        session.follow(Frame::findings, this::refreshFindings, others);
        session.follow(Frame::analysis, this::mark, view.marksProperty());
        session.follow(Frame::findings, this::propose, view.proposedProperty(), view.screenProperty());
        refresh();
        refreshFindings();
        propose();
    }

    /** Never: at each click a scroll pane would take the focus from what was clicked. */
    @Override
    public void requestFocus() {}

    /**
     * Made when they are first asked for: they are nearly half of the window, and JavaFX styles what is hidden as well.
     */
    private Columns made() {
        Columns columns = made;
        if (columns == null) {
            columns = new Columns(
                    new LabelColumn(workspace, popovers),
                    new FindingsColumn(workspace),
                    new CompareColumn(workspace, popovers));
            made = columns;
            HBox row = new HBox(columns.labels(), columns.findings(), columns.compare());
            row.getStyleClass().add("doctor-columns");
            columns.all().forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
            setContent(row);
            mark();
        }
        return columns;
    }

    List<DoctorColumn> columns() {
        return made().all();
    }

    /** The columns, or none as long as the screen has not been shown. */
    public List<DoctorColumn> columnsMade() {
        return made == null ? List.of() : made.all();
    }

    public LabelColumn labels() {
        return made().labels();
    }

    FindingsColumn findings() {
        return made().findings();
    }

    public CompareColumn compare() {
        return made().compare();
    }

    private void mark() {
        if (made != null) {
            made.labels().mark(workspace.view().marksProperty().get().flatMap(this::pixels));
        }
    }

    private void refresh() {
        if (isShown()) {
            labels().refresh(workspace.session().analysis());
            compare().refresh(workspace.session().analysis());
        }
    }

    private boolean isShown() {
        return workspace.view().screen() == Screen.DOCTOR;
    }

    private void refreshFindings() {
        if (isShown()) {
            findings().refresh(workspace.session().analysis());
        }
    }

    /** Shows the steps of the fix that is looked at, or else of the best one, in the chain. */
    private void propose() {
        if (!isShown()) {
            return;
        }
        Optional<Fix> fix = workspace.view().proposedProperty().get().or(this::best);
        labels().encoding().propose(Optional.empty());
        fix.ifPresent(chosenFix -> workspace.diagnosis().corrected(chosenFix, analysis -> labels().encoding()
                .propose(Optional.of(analysis))));
    }

    private Optional<Fix> best() {
        return workspace.session().frame().findings().shown().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .flatMap(finding -> finding.fixes().stream())
                .findFirst();
    }

    /** The marked cells as pixels of the raw labels, as long as the encoding has not moved them. */
    private Optional<BitSet> pixels(MarkedCells marks) {
        Shape raw = workspace.session().analysis().experiment().labels().shape();
        boolean isSame =
                marks.grid() == MarkedCells.Grid.ENCODED && marks.shape().size() == raw.size();
        return isSame ? Optional.of(marks.cells()) : Optional.empty();
    }
}
