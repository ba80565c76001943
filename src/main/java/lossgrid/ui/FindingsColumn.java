package lossgrid.ui;

import lossgrid.model.Analysis;

/** What is wrong with the labels, why, and how to mend it. */
final class FindingsColumn extends DoctorColumn {
    private final Workspace workspace;

    FindingsColumn(Workspace workspace) {
        super("doctor-findings", workspace.messages(), Text.FINDINGS);
        this.workspace = workspace;
    }

    @Override
    void refresh(Analysis analysis) {
        content().getChildren().setAll(Sections.note(workspace.messages().get(Text.FINDINGS_EMPTY), "card-note"));
    }
}
