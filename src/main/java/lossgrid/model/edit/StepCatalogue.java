package lossgrid.model.edit;

import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.LabelsBefore;
import lossgrid.model.encoding.StepKind;

/** For each kind of step the arguments that make sense for the labels before it: what "Add step" begins with. */
public final class StepCatalogue {
    private final LabelsBefore labels;

    private StepCatalogue(LabelsBefore labels) {
        this.labels = labels;
    }

    /** The catalogue for a step that takes these labels. */
    public static StepCatalogue of(LabelArray labels, Experiment experiment) {
        return new StepCatalogue(new LabelsBefore(
                labels,
                Histogram.of(labels),
                experiment.logits().shape(),
                experiment.classCount(),
                experiment.isBinary(),
                experiment.options().ignoreIndex()));
    }

    /** The step of this kind with which to begin. */
    public EncodingStep step(StepKind kind) {
        return kind.begin(labels);
    }
}
