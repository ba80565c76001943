package lossgrid.ui.compare;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.ComparisonSource;
import lossgrid.model.document.Experiment;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.ComparisonState;
import lossgrid.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The container of one side's editor, which a button of that side opens and closes. */
final class CompareEditorToggle extends VBox {
    private final Workspace workspace;
    private final PopoverLayer popovers;
    private final ComparisonState comparing;
    private final Map<ComparisonSide, ToggleButton> buttons = new EnumMap<>(ComparisonSide.class);
    private Optional<ComparisonSide> edited = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();
    private @Nullable CompareEditor ofDocument;
    private @Nullable CompareEditor ofApart;
    private @Nullable Session apart;
    private @Nullable Experiment document;
    private boolean isChanging;

    CompareEditorToggle(Workspace workspace, PopoverLayer popovers) {
        this.workspace = workspace;
        this.popovers = popovers;
        comparing = workspace.view().comparing();
        getStyleClass().add("side-editing");
        comparing.comparedProperty().subscribe((_, _) -> {
            // Closes the editor when another comparison is shown.
            if (!isChanging) {
                edit(Optional.empty());
            }
        });
        edit(Optional.empty());
    }

    void follow(ComparisonSide side, ToggleButton button) {
        buttons.put(side, button);
        button.setOnAction(_ -> edit(button.isSelected() ? Optional.of(side) : Optional.empty()));
    }

    private void edit(Optional<ComparisonSide> side) {
        edited = side;
        buttons.forEach((of, button) -> button.setSelected(side.equals(Optional.of(of))));
        getChildren().clear();
        SectionNodes.show(this, side.isPresent());
        side.ifPresent(of -> comparing
                .compared()
                .ifPresent(compared -> comparison.ifPresent(made -> open(of, compared.source(of), made))));
    }

    private void open(ComparisonSide side, ComparisonSource source, Comparison made) {
        document = workspace.session().analysis().experiment();
        Label heading = SectionNodes.label(
                workspace.messages().get(CompareMaps.title(CompareMaps.Kind.of(side))), "option-title");
        getChildren()
                .setAll(
                        heading,
                        switch (source) {
                            case ComparisonSource.Document() -> ofDocument();
                            case ComparisonSource.Edited(var _), ComparisonSource.Own(var _) ->
                                apart(made.analysis(side));
                        });
    }

    /** The editor of the open document, created once, since it listens to the document as long as that exists. */
    private CompareEditor ofDocument() {
        CompareEditor editor = ofDocument == null ? new CompareEditor(workspace, popovers) : ofDocument;
        ofDocument = editor;
        return editor;
    }

    /** The editor of an experiment other than the open document, also created once. */
    private CompareEditor apart(Analysis analysis) {
        Session session = apart;
        CompareEditor editor = ofApart;
        if (session == null || editor == null) {
            session = workspace.session().apart(analysis);
            editor = new CompareEditor(
                    new Workspace(
                            session,
                            workspace.view(),
                            workspace.messages(),
                            workspace.documents(),
                            workspace.diagnosis(),
                            workspace.resolution()),
                    popovers);
            Session own = session;
            own.follow(
                    Frame::analysis,
                    () -> edited.ifPresent(side -> change(side, own.analysis().experiment())));
            apart = session;
            ofApart = editor;
        } else {
            isChanging = true;
            session.open(analysis.experiment());
            isChanging = false;
        }
        return editor;
    }

    private void change(ComparisonSide side, Experiment after) {
        if (!isChanging) {
            isChanging = true;
            comparing.change(side, after);
            isChanging = false;
        }
    }

    /** Shows a new comparison; a variant of the open document is replaced when that has changed. */
    @SuppressWarnings("ReferenceEquality") // An unchanged document is the same object.
    void refresh(ComparisonRequest compared, Comparison made) {
        comparison = Optional.of(made);
        edited.ifPresent(side -> {
            boolean isOutdated = compared.source(side) instanceof ComparisonSource.Edited
                    && document != workspace.session().analysis().experiment();
            if (isOutdated) {
                open(side, compared.source(side), made);
            }
        });
    }
}
