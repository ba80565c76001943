package lossgrid.ui.session;

import java.util.Locale;
import lossgrid.words.HelpText;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** The cards of the board. */
public enum CardKind {
    LOGITS,
    PROBABILITIES,
    LABELS,
    ONE_HOT,
    LOSS,
    GRADIENT;

    public TextKey title() {
        return switch (this) {
            case LOGITS -> Text.CARD_LOGITS;
            case PROBABILITIES -> Text.CARD_PROBABILITIES;
            case LABELS -> Text.CARD_LABELS;
            case ONE_HOT -> Text.CARD_ONE_HOT;
            case LOSS -> Text.CARD_LOSS;
            case GRADIENT -> Text.CARD_GRADIENT;
        };
    }

    /** What it is, and why it is called so. */
    public HelpText help() {
        return switch (this) {
            case LOGITS -> HelpText.HELP_LOGITS;
            case PROBABILITIES -> HelpText.HELP_PROBABILITIES;
            case LABELS -> HelpText.HELP_LABELS;
            case ONE_HOT -> HelpText.HELP_ONE_HOT;
            case LOSS -> HelpText.HELP_LOSS;
            case GRADIENT -> HelpText.HELP_GRADIENT;
        };
    }

    public String id() {
        return "card-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
