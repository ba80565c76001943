package lossgrid.core;

/**
 * What one pass over the logits gives.
 *
 * @param probabilities the softmax over the classes, or the sigmoid: of the logits' shape
 */
public record ActivatedLoss(Tensor probabilities, LossResult loss) {}
