package lossgrid.ui;

import lossgrid.core.LabelArray;
import lossgrid.model.Analysis;

/** The labels as they came: what they look like, which values they hold, and the steps that encode them. */
final class LabelColumn extends DoctorColumn {
    LabelColumn(Workspace workspace) {
        super("doctor-labels", workspace.messages(), Text.LABELS_AS_THEY_CAME);
    }

    @Override
    void refresh(Analysis analysis) {
        LabelArray labels = analysis.experiment().labels();
        showFacts(labels.shape() + " " + labels.dtype().torchName());
    }
}
