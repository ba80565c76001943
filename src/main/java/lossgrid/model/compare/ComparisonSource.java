package lossgrid.model.compare;

import java.util.List;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;

/** What stands on one side of a comparison, before it is known what the open document holds. */
public sealed interface ComparisonSource {
    /** The open document, whatever becomes of it. */
    record Document() implements ComparisonSource {}

    /** The open document after these edits, whatever becomes of it. */
    record Edited(List<Edit> edits) implements ComparisonSource {
        public Edited {
            edits = List.copyOf(edits);
        }
    }

    /** An experiment that has nothing to do with the open document. */
    record Own(Experiment experiment) implements ComparisonSource {}

    /** The experiment that it stands for while {@code document} is open. */
    default Experiment of(Experiment document) {
        return switch (this) {
            case Document() -> document;
            case Edited(var edits) -> {
                Experiment out = document;
                for (Edit edit : edits) {
                    out = Edits.apply(out, edit);
                }
                yield out;
            }
            case Own(var experiment) -> experiment;
        };
    }
}
