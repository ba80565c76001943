package lossgrid.model;

import lossgrid.core.Activations;
import lossgrid.core.Tensor;

/** What a model's code does to the logits before it calls the loss. */
public sealed interface Activation {
    /** Nothing: the loss takes the logits themselves. */
    record None() implements Activation {}

    record Sigmoid() implements Activation {}

    record Softmax(int dim) implements Activation {}

    record LogSoftmax(int dim) implements Activation {}

    /** The result, in the shape of the logits. */
    default Tensor apply(Tensor logits) {
        return switch (this) {
            case None() -> logits;
            case Sigmoid() -> Activations.sigmoid(logits);
            case Softmax(int dim) -> Activations.softmax(logits, dim);
            case LogSoftmax(int dim) -> Activations.logSoftmax(logits, dim);
        };
    }

    /** The gradient with respect to the logits from {@code gradient}, that with respect to {@code output = apply(logits)}. */
    default Tensor backward(Tensor gradient, Tensor output) {
        return switch (this) {
            case None() -> gradient;
            case Sigmoid() -> Activations.sigmoidBackward(gradient, output);
            case Softmax(int dim) -> Activations.softmaxBackward(gradient, output, dim);
            case LogSoftmax(int dim) -> Activations.logSoftmaxBackward(gradient, output, dim);
        };
    }

    /** The expression in PyTorch, applied to {@code x}. */
    default String torchCode(String x) {
        return switch (this) {
            case None() -> x;
            case Sigmoid() -> "torch.sigmoid(" + x + ")";
            case Softmax(int dim) -> "torch.softmax(" + x + ", dim=" + dim + ")";
            case LogSoftmax(int dim) -> "torch.log_softmax(" + x + ", dim=" + dim + ")";
        };
    }
}
