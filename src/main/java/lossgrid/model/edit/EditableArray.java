package lossgrid.model.edit;

import lossgrid.core.array.LabelArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.text.RoundTripText;

/** The two arrays of a document whose cells can be changed. */
public enum EditableArray {
    LOGITS,
    LABELS;

    /** The array itself: logits are float32. */
    public LabelArray values(Experiment experiment) {
        return switch (this) {
            case LOGITS -> experiment.logits().toLabels();
            case LABELS -> experiment.labels();
        };
    }

    /** The exact text of a cell, which reads back as the same value: the shortest such for floats. */
    public String text(Experiment experiment, int cell) {
        return switch (this) {
            case LOGITS -> RoundTripText.of(experiment.logits().at(cell));
            case LABELS -> RoundTripText.of(experiment.labels(), cell);
        };
    }
}
