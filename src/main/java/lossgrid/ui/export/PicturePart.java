package lossgrid.ui.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lossgrid.ui.session.CardKind;

/** What a picture shows of the workbench. */
public enum PicturePart {
    /** Everything in the window. */
    WINDOW,
    /** The same without the bar of buttons. */
    BOARD,
    LOGITS,
    PROBABILITIES,
    LABELS,
    ONE_HOT,
    LOSS,
    GRADIENT;

    /** The name of a card on the command line: {@code one-hot}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The card alone that has this name. */
    public static Optional<PicturePart> card(String name) {
        return Arrays.stream(values())
                .filter(part -> part.card().isPresent() && part.id().equals(name))
                .findFirst();
    }

    /** The names of all cards. */
    public static List<String> cardNames() {
        return Arrays.stream(values())
                .filter(part -> part.card().isPresent())
                .map(PicturePart::id)
                .toList();
    }

    static PicturePart of(CardKind card) {
        return switch (card) {
            case LOGITS -> LOGITS;
            case PROBABILITIES -> PROBABILITIES;
            case LABELS -> LABELS;
            case ONE_HOT -> ONE_HOT;
            case LOSS -> LOSS;
            case GRADIENT -> GRADIENT;
        };
    }

    Optional<CardKind> card() {
        return switch (this) {
            case WINDOW, BOARD -> Optional.empty();
            case LOGITS -> Optional.of(CardKind.LOGITS);
            case PROBABILITIES -> Optional.of(CardKind.PROBABILITIES);
            case LABELS -> Optional.of(CardKind.LABELS);
            case ONE_HOT -> Optional.of(CardKind.ONE_HOT);
            case LOSS -> Optional.of(CardKind.LOSS);
            case GRADIENT -> Optional.of(CardKind.GRADIENT);
        };
    }
}
