package lossgrid.model.compare;

/** What the maps of a comparison show. */
public enum MapQuantity {
    /** Of every pixel, {@code [N, H, W]}. */
    LOSS,
    /** Of the reduced loss by the logits, {@code [N, C, H, W]}. */
    GRADIENT
}
