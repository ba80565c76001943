package lossgrid.paint.geometry;

/** Which way the planes of an array lie on a card. All cards of a board have the same one, so that n runs in one direction. */
public enum Arrangement {
    /** n downwards and c across: each line of planes is an image of the batch. */
    N_DOWN,
    /** n across and c downwards: for planes that are wide and low. */
    N_ACROSS
}
