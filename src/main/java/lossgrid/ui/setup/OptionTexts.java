package lossgrid.ui.setup;

import java.util.Optional;
import java.util.function.BiFunction;
import lossgrid.core.array.DType;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.text.Parsed;
import lossgrid.ui.session.Session;
import lossgrid.ui.words.InputTexts;
import lossgrid.ui.words.Messages;
import lossgrid.ui.workspace.Workspace;

/** Takes what the user types for a size or an option, or says in words why it cannot be. */
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

    /** Applies what {@code reader} makes of the text to the present document; the reason when that is nothing. */
    Optional<String> take(BiFunction<Experiment, String, Parsed<Edit>> reader, String text) {
        return switch (reader.apply(session.experiment(), text)) {
            case Parsed.Value<Edit>(var edit) -> {
                session.apply(edit);
                yield Optional.empty();
            }
            case Parsed.Rejected<Edit> rejected -> Optional.of(InputTexts.explain(messages, rejected, dtype));
        };
    }
}
