package lossgrid.ui;

import lossgrid.model.Analysis;

/** What the code does beside what it should do. */
final class CompareColumn extends DoctorColumn {
    private final Workspace workspace;

    CompareColumn(Workspace workspace) {
        super("doctor-compare", workspace.messages(), Text.COMPARE);
        this.workspace = workspace;
    }

    @Override
    void refresh(Analysis analysis) {
        content().getChildren().setAll(Sections.note(workspace.messages().get(Text.COMPARE_EMPTY), "card-note"));
    }
}
