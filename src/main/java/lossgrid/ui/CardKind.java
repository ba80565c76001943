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

    String id() {
        return "card-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
