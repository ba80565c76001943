package lossgrid.paint.geometry;

import java.util.Optional;

/**
 * How the planes of all cards of a board lie, chosen for its logits: the other arrays have the same pixels, and no more channels. Only shapes and the
 * size of a card count, so that nothing turns over when a value changes.
 *
 * @param turnedIn the room for which it was last turned over; empty as long as it is the usual one
 */
public record BoardArrangement(GridShape logits, Arrangement arrangement, Optional<PlaneFit> turnedIn) {
    /** By how much cells have to be larger for n to leave its usual direction. */
    private static final double WORTH_TURNING = 1.25;

    /** The usual one, before the size of the cards is known. */
    public static BoardArrangement usual(GridShape logits) {
        return new BoardArrangement(logits, Arrangement.N_DOWN, Optional.empty());
    }

    /**
     * The arrangement for these logits, if a card has this room for them. While a window is resized by a little it does not turn over and back; for
     * logits of another shape nothing before counts.
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
