package lossgrid.words;

import lossgrid.core.array.DType;
import lossgrid.core.array.DecimalText;
import lossgrid.model.edit.Reshaping;
import lossgrid.model.text.Parsed;
import org.jspecify.annotations.Nullable;

/** The reasons why a typed text cannot be used, in the user's language. */
public final class InputTexts {
    private InputTexts() {}

    /**
     * Says why a text cannot be used.
     *
     * @param dtype what the number has to fit into, where that is known
     */
    public static String explain(Texts texts, Parsed.Rejected<?> rejected, @Nullable DType dtype) {
        String reason = texts.get(
                text(rejected.problem(), dtype != null),
                rejected.found(),
                dtype == null ? "" : dtype.torchName(),
                DecimalText.grouped(Reshaping.MOST_ELEMENTS));
        // Positions are counted from 1 for people.
        return rejected.position().isPresent()
                ? texts.get(Text.INPUT_AT, rejected.position().getAsInt() + 1, reason)
                : reason;
    }

    private static TextKey text(Parsed.Problem problem, boolean hasDtype) {
        return switch (problem) {
            case NOT_A_NUMBER -> Text.INPUT_NOT_A_NUMBER;
            case NOT_WHOLE -> hasDtype ? Text.INPUT_NOT_WHOLE : DoctorText.ARGUMENT_NOT_WHOLE;
            case OUT_OF_RANGE -> hasDtype ? Text.INPUT_OUT_OF_RANGE : DoctorText.ARGUMENT_OUT_OF_RANGE;
            case ZERO -> DoctorText.ARGUMENT_ZERO;
            case BELOW_ONE -> Text.SIZE_BELOW_ONE;
            case TOO_MANY -> Text.SIZE_TOO_MANY;
            case NO_PAIR -> DoctorText.ARGUMENT_NO_PAIR;
            case TWICE -> DoctorText.ARGUMENT_TWICE;
            case EMPTY -> DoctorText.ARGUMENT_EMPTY;
            case RAGGED -> Text.ARRAY_RAGGED;
            case EMPTY_LIST -> Text.ARRAY_EMPTY;
            case NOT_CLOSED -> Text.ARRAY_NOT_CLOSED;
            case NOT_OPENED -> Text.ARRAY_NOT_OPENED;
            case TEXT_AFTER_END -> Text.ARRAY_AFTER_END;
            case TOO_DEEP -> Text.ARRAY_TOO_DEEP;
        };
    }
}
