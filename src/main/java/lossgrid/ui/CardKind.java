package lossgrid.ui;

import java.util.Locale;

/** The cards of the board. */
enum CardKind {
    LOGITS,
    PROBABILITIES,
    LABELS,
    ONE_HOT,
    LOSS,
    GRADIENT;

    Text title() {
        return switch (this) {
            case LOGITS -> Text.CARD_LOGITS;
            case PROBABILITIES -> Text.CARD_PROBABILITIES;
            case LABELS -> Text.CARD_LABELS;
            case ONE_HOT -> Text.CARD_ONE_HOT;
            case LOSS -> Text.CARD_LOSS;
            case GRADIENT -> Text.CARD_GRADIENT;
            case GRADIENT -> Text.CARD_GRADIENT;
        };
    }

    Text title() {
        return switch (this) {
            case LOGITS -> Text.CARD_LOGITS;
            case PROBABILITIES -> Text.CARD_PROBABILITIES;
            case LABELS -> Text.CARD_LABELS;
            case ONE_HOT -> Text.CARD_ONE_HOT;
            case LOSS -> Text.CARD_LOSS;
            case GRADIENT -> Text.CARD_GRADIENT;
        };
    }

    String id() {
        return "card-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
