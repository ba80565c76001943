package lossgrid.paint.geometry;

/**
 * The direction of n among the planes of an array on a card. All cards of a board have the same one, so that n runs in
 * one direction.
 */
public enum Arrangement {
    /** n downwards and c across: each line of planes is an image of the batch. */
    N_DOWN,
    /** n across and c downwards, for wide and low planes. */
    N_ACROSS
}
