package lossgrid.ui.session;

import java.util.Locale;
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

    public String id() {
        return "card-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
