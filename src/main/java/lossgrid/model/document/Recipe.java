package lossgrid.model.document;

/** What the user's code does with the logits: an activation, then a loss. Wrong pairs are legal, since people write them. */
public record Recipe(Activation activation, LossKind loss) {}
