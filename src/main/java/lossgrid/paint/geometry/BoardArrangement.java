package lossgrid.paint.geometry;

import java.util.Optional;

/**
 * The arrangement of the planes on all cards of a board, chosen for its logits, since the other arrays have the same
 * pixels and at most as many channels. It depends on shapes and the size of a card only, so it does not flip when a
 * value changes.
 *
 * @param turnedIn the room for which it was last flipped; empty while it is the default one
 */
public record BoardArrangement(GridShape logits, Arrangement arrangement, Optional<PlaneFit> turnedIn) {
    /** The factor by which cells have to become larger for n to change its default direction. */
    private static final double WORTH_TURNING = 1.25;

    /** The default one, before the size of the cards is known. */
    public static BoardArrangement usual(GridShape logits) {
        return new BoardArrangement(logits, Arrangement.N_DOWN, Optional.empty());
    }

    /**
     * The arrangement for these logits, if a card has this room for them. It does not flip back and forth while a
     * window is resized a little; for logits of another shape the earlier arrangement does not matter.
     */
    public BoardArrangement in(PlaneFit room, GridShape shape) {
        BoardArrangement before = shape.equals(logits) ? this : usual(shape);
        if (before.turnedIn.filter(room::isLike).isPresent()) {
            return before;
        }
        double gain = room.usefulCell(shape, Arrangement.N_ACROSS) / room.usefulCell(shape, Arrangement.N_DOWN);
        Arrangement better = gain >= WORTH_TURNING ? Arrangement.N_ACROSS : Arrangement.N_DOWN;
        return better == before.arrangement ? before : new BoardArrangement(shape, better, Optional.of(room));
    }
}
