package lossgrid.model.finding;

import java.util.List;
import lossgrid.model.Edit;
import lossgrid.model.Edits;
import lossgrid.model.Experiment;

/**
 * A way to mend what was found, as edits of the document. Of a file, whose document has nothing but the file's labels, it is the encoding steps.
 *
 * @param arguments of its text {@code fix.<kind>}
 */
public record Fix(FixKind kind, List<Argument> arguments, List<Edit> edits) {
    public Fix {
        arguments = List.copyOf(arguments);
        edits = List.copyOf(edits);
    }

    static Fix of(FixKind kind, List<Edit> edits, Argument... arguments) {
        return new Fix(kind, List.of(arguments), edits);
    }

    static Fix of(FixKind kind, Edit edit, Argument... arguments) {
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
