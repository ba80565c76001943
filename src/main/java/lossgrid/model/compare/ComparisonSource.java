package lossgrid.model.compare;

import java.util.List;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;

/** The definition of one side of a comparison, independent of the open document's content. */
public sealed interface ComparisonSource {
    /** The open document, including later changes. */
    record Document() implements ComparisonSource {}

    /** The open document after these edits, including later changes. */
    record Edited(List<Edit> edits) implements ComparisonSource {
        public Edited {
            edits = List.copyOf(edits);
        }
    }

    /** An experiment independent of the open document. */
    record Own(Experiment experiment) implements ComparisonSource {}

    /** The experiment of this side while {@code document} is open. */
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
