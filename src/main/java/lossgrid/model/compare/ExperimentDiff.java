package lossgrid.model.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;

/** The edits between two experiments. */
final class ExperimentDiff {

    private final List<Edit> edits = new ArrayList<>();
    private Experiment now;

    private ExperimentDiff(Experiment before) {
        now = before;
    }

    /** Edits that turn {@code before} into {@code after}, except for its title; none if nothing else differs. */
    static List<Edit> between(Experiment before, Experiment after) {
        ExperimentDiff changes = new ExperimentDiff(before);
        changes.add(new Edit.Reshape(after.batches(), after.channels(), after.height(), after.width()));
        changes.add(new Edit.SetLogits(after.logits()));
        changes.add(new Edit.SetLabels(after.labels(), Optional.ofNullable(after.source())));
        changes.add(new Edit.SetEncoding(after.encoding()));
        changes.add(new Edit.SetRecipe(after.recipe()));
        changes.add(new Edit.SetOptions(after.options()));
        changes.add(new Edit.SetClasses(after.classes()));
        changes.add(new Edit.SetColors(after.colors()));
        return List.copyOf(changes.edits);
    }

    @SuppressWarnings("ReferenceEquality") // Edits return the same object when nothing changes.
    private void add(Edit edit) {
        Experiment next = Edits.apply(now, edit);
        if (next != now) {
            edits.add(edit);
            now = next;
        }
    }
}
