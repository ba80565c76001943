package lossgrid.ui;

import java.util.Locale;

/** Every text of the window; the words are in {@code assets/i18n/}, under the name in lower case. */
public enum Text {
    OPEN,
    SAVE,
    SAVE_AS,
    UNDO,
    REDO,
    ROUTE_SIGMOID,
    ROUTE_SOFTMAX,
    LESSON,
    LESSON_SINGLE_CHANNEL,
    LESSON_TWO_CHANNEL,
    LESSON_ASYMMETRIC,
    THEME,
    OTHER_LANGUAGE,
    CARD_LOGITS,
    CARD_LOGITS_HINT,
    CARD_PROBABILITIES,
    CARD_LABELS,
    CARD_ONE_HOT,
    CARD_LOSS,
    NO_ENCODING_STEPS,
    NOTE_ONE_HOT,
    NOTE_PAIR,
    WAITING,
    LEDGER,
    LEDGER_COUNTED,
    LEDGER_COUNTED_OF,
    LEDGER_NUMERATOR,
    LEDGER_DENOMINATOR,
    LEDGER_SHARE,
    MEAN_LOSS,
    SUM_LOSS,
    UNREDUCED_LOSS,
    NONE,
    INPUT_NOT_A_NUMBER,
    INPUT_NOT_WHOLE,
    INPUT_OUT_OF_RANGE,
    UNTITLED,
    UNSAVED_TITLE,
    UNSAVED_QUESTION,
    UNSAVED_SAVE,
    UNSAVED_DISCARD,
    CANCEL,
    OPEN_FAILED,
    SAVE_FAILED,
    DOCUMENT_FILES,
    BUG_TITLE,
    BUG_TEXT;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
