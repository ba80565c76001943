package lossgrid.paint.geometry;

/**
 * The order of planes that a board has found for its logits: the other arrays have the same pixels and at most as many
 * channels. Kept from one layout to the next, so that it does not flip back and forth while a window is resized.
 */
public record BoardOrder(GridShape logits, PlaneOrder order) {
    /** The one before the size of the cards is known. */
    public static BoardOrder usual(GridShape logits) {
        return new BoardOrder(logits, PlaneOrder.usual(logits));
    }

    /** The order so far; for logits of another shape the earlier one does not matter. */
    public PlaneOrder of(GridShape now) {
        return now.equals(logits) ? order : PlaneOrder.usual(now);
    }
}
