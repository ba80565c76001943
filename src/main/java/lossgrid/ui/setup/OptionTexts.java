package lossgrid.ui.setup;

import java.util.Optional;
import java.util.function.BiFunction;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.OptionInput;
import lossgrid.model.edit.Reshaping;
import lossgrid.model.text.ArrayText;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.Session;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;

/** Applies the user's text for a size or an option, or explains why it is invalid. */
final class OptionTexts {
    private final Session session;
    private final Messages messages;

    OptionTexts(Workspace workspace) {
        session = workspace.session();
        messages = workspace.messages();
    }

    /** Applies the text, parsed by {@code reader}, to the present document; returns the reason if it is invalid. */
    Optional<String> take(BiFunction<Experiment, String, OptionInput> reader, String text) {
        return take(reader.apply(session.experiment(), text), text);
    }

    Optional<String> take(OptionInput input, String text) {
        return switch (input) {
            case OptionInput.Accepted(var edit) -> {
                session.apply(edit);
                yield Optional.empty();
            }
            case OptionInput.Rejected(var reason) -> Optional.of(explain(reason, text.strip()));
            case OptionInput.Malformed(var problem, int position) -> Optional.of(explain(problem, position, text));
        };
    }

    private String explain(OptionInput.Reason reason, String text) {
        return switch (reason) {
            case NOT_A_NUMBER -> messages.get(Text.INPUT_NOT_A_NUMBER, text);
            case NOT_WHOLE -> messages.get(Text.INPUT_NOT_WHOLE, text, "int64");
            case OUT_OF_RANGE -> messages.get(Text.INPUT_OUT_OF_RANGE, text, "int64");
            case BELOW_ONE -> messages.get(Text.SIZE_BELOW_ONE);
            case TOO_MANY -> messages.get(Text.SIZE_TOO_MANY, "%,d".formatted(Reshaping.MOST_ELEMENTS));
        };
    }

    /** The explanation of a problem; positions are counted from 1 for users. */
    private String explain(ArrayText.Problem problem, int position, String text) {
        Text what =
                switch (problem) {
                    case NOT_A_NUMBER -> Text.ARRAY_NOT_A_NUMBER;
                    case OUT_OF_RANGE -> Text.ARRAY_OUT_OF_RANGE;
                    case RAGGED -> Text.ARRAY_RAGGED;
                    case EMPTY_LIST -> Text.ARRAY_EMPTY;
                    case NOT_CLOSED -> Text.ARRAY_NOT_CLOSED;
                    case NOT_OPENED -> Text.ARRAY_NOT_OPENED;
                    case TEXT_AFTER_END -> Text.ARRAY_AFTER_END;
                    case TOO_DEEP -> Text.ARRAY_TOO_DEEP;
                };
        String rest = text.substring(Math.min(position, text.length()));
        String found = rest.isEmpty() ? "" : "“" + rest.split("[\\s,，\\])]", 2)[0] + "”";
        return messages.get(what, position + 1, found);
    }
}
