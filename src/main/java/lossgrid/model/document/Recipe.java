package lossgrid.model.document;

/**
 * The activation and the loss that the user's code applies to the logits. Wrong pairs are legal, since people write
 * them.
 */
public record Recipe(Activation activation, LossKind loss) {}
