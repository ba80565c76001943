package lossgrid.ui.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The cards that are folded to their heads, and the one that has the whole board to itself.
 *
 * @param maximized empty when all cards are shown
 */
public record CardsShown(Set<CardKind> folded, Optional<CardKind> maximized) {
    public static final CardsShown ALL = new CardsShown(Set.of(), Optional.empty());

    public CardsShown {
        folded = Set.copyOf(folded);
    }

    /** Folds a card, or unfolds it. */
    public CardsShown withFoldTurned(CardKind kind) {
        EnumSet<CardKind> turned = EnumSet.noneOf(CardKind.class);
        turned.addAll(folded);
        if (!turned.remove(kind)) {
            turned.add(kind);
        }
        return new CardsShown(turned, Optional.empty());
    }

    /** Gives a card the whole board, or all their places back. */
    public CardsShown withMaximizingTurned(CardKind kind) {
        return maximized.isPresent()
                ? new CardsShown(folded, Optional.empty())
                : new CardsShown(without(kind), Optional.of(kind));
    }

    private Set<CardKind> without(CardKind kind) {
        EnumSet<CardKind> others = EnumSet.noneOf(CardKind.class);
        others.addAll(folded);
        others.remove(kind);
        return others;
    }
}
