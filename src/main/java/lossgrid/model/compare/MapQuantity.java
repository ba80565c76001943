package lossgrid.model.compare;

/** The quantity that the maps of a comparison show. */
public enum MapQuantity {
    /** The loss of every pixel, {@code [N, H, W]}. */
    LOSS,
    /** The gradient of the reduced loss with respect to the logits, {@code [N, C, H, W]}. */
    GRADIENT
}
