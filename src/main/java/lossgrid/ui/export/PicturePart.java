package lossgrid.ui.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lossgrid.ui.session.CardKind;
import org.jspecify.annotations.Nullable;

/** The part of the workbench that a picture shows. */
public enum PicturePart {
    /** Everything in the window. */
    WINDOW(null),
    /** The same without the bar of buttons. */
    BOARD(null),
    LOGITS(CardKind.LOGITS),
    PROBABILITIES(CardKind.PROBABILITIES),
    LABELS(CardKind.LABELS),
    ONE_HOT(CardKind.ONE_HOT),
    LOSS(CardKind.LOSS),
    GRADIENT(CardKind.GRADIENT);

    private final @Nullable CardKind card;

    PicturePart(@Nullable CardKind card) {
        this.card = card;
    }

    /** The name of a card on the command line: {@code one-hot}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Stream<PicturePart> cards() {
        return Arrays.stream(values()).filter(part -> part.card != null);
    }

    /** The card alone that has this name. */
    public static Optional<PicturePart> card(String name) {
        return cards().filter(part -> part.id().equals(name)).findFirst();
    }

    /** The names of all cards. */
    public static List<String> cardNames() {
        return cards().map(PicturePart::id).toList();
    }

    static PicturePart of(CardKind card) {
        return cards().filter(part -> part.card == card).findFirst().orElseThrow();
    }

    Optional<CardKind> card() {
        return Optional.ofNullable(card);
    }
}
