package lossgrid.model.finding;

import java.util.List;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;

/**
 * A fix for a finding, as edits of the document. For a file, whose document has nothing but the file's labels, it
 * consists of encoding steps.
 *
 * @param arguments those of its text {@code fix.<kind>}
 */
public record Fix(FixKind kind, List<Argument> arguments, List<Edit> edits) {
    public Fix {
        arguments = List.copyOf(arguments);
        edits = List.copyOf(edits);
    }

    public static Fix of(FixKind kind, List<Edit> edits, Argument... arguments) {
        return new Fix(kind, List.of(arguments), edits);
    }

    public static Fix of(FixKind kind, Edit edit, Argument... arguments) {
        return of(kind, List.of(edit), arguments);
    }

    /** The document after all edits. */
    public Experiment applyTo(Experiment experiment) {
        Experiment out = experiment;
        for (Edit edit : edits) {
            out = Edits.apply(out, edit);
        }
        return out;
    }
}
