package lossgrid.ui.setup;

import java.util.Optional;
import java.util.function.BiFunction;
import lossgrid.core.array.DType;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.text.Parsed;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.InputTexts;

/** Applies the user's text for a size or an option, or explains why it is invalid. */
final class OptionTexts {
    private final Session session;
    private final Messages messages;
    private final DType dtype;

    /** @param dtype of what is typed */
    OptionTexts(Workspace workspace, DType dtype) {
        this.dtype = dtype;
        session = workspace.session();
        messages = workspace.messages();
    }

    /** Applies the text, parsed by {@code reader}, to the present document; returns the reason if it is invalid. */
    Optional<String> take(BiFunction<Experiment, String, Parsed<Edit>> reader, String text) {
        return switch (reader.apply(session.experiment(), text)) {
            case Parsed.Value<Edit>(var edit) -> {
                session.apply(edit);
                yield Optional.empty();
            }
            case Parsed.Rejected<Edit> rejected -> Optional.of(InputTexts.explain(messages.texts(), rejected, dtype));
        };
    }
}
