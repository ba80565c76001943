package lossgrid.golden;

import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.label.Scatter;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.ComputeMode;
import lossgrid.core.loss.Losses;
import lossgrid.core.loss.Reduction;
import lossgrid.fixtures.LogSigmoid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * PyTorch's functions by their names there, with arguments from a reference file and PyTorch's defaults for missing
 * ones.
 */
final class GoldenOps {
    private static final long DEFAULT_IGNORE_INDEX = -100;
    private static final int DEFAULT_NUM_CLASSES = -1;

    private final JsonNode args;
    private final ComputeMode compute;

    private GoldenOps(JsonNode args, ComputeMode compute) {
        this.args = args;
        this.compute = compute;
    }

    /** @throws TorchException where PyTorch would raise */
    static GoldenResult run(String op, JsonNode args, ComputeMode compute) {
        GoldenOps ops = new GoldenOps(args, compute);
        return switch (op) {
            case "sigmoid" -> ops.sigmoid();
            case "logsigmoid" -> ops.logSigmoid();
            case "softmax" -> ops.softmax();
            case "log_softmax" -> ops.logSoftmax();
            case "binary_cross_entropy" -> ops.binaryCrossEntropy();
            case "binary_cross_entropy_with_logits" -> ops.binaryCrossEntropyWithLogits();
            case "nll_loss" -> ops.nllLoss();
            case "cross_entropy" -> ops.crossEntropy();
            case "scatter_" -> ops.scatter();
            case "one_hot" -> ops.oneHot();
            default -> throw new AssertionError("unknown op " + op);
        };
    }

    private GoldenResult sigmoid() {
        Tensor out = ActivationMath.sigmoid(input(), compute);
        return GoldenResult.of(out, ActivationMath.sigmoidBackward(ones(out), out, compute));
    }

    private GoldenResult logSigmoid() {
        Tensor out = LogSigmoid.of(input());
        return GoldenResult.of(out, LogSigmoid.backward(ones(out), input()));
    }

    private GoldenResult softmax() {
        Tensor out = ActivationMath.softmax(input(), dim(), compute);
        return GoldenResult.of(out, ActivationMath.softmaxBackward(ones(out), out, dim(), compute));
    }

    private GoldenResult logSoftmax() {
        Tensor out = ActivationMath.logSoftmax(input(), dim(), compute);
        return GoldenResult.of(out, ActivationMath.logSoftmaxBackward(ones(out), out, dim(), compute));
    }

    private GoldenResult binaryCrossEntropy() {
        return GoldenResult.of(Losses.binaryCrossEntropy(input(), target(), optional("weight"), reduction(), compute));
    }

    private GoldenResult binaryCrossEntropyWithLogits() {
        return GoldenResult.of(Losses.binaryCrossEntropyWithLogits(
                input(), target(), optional("weight"), optional("pos_weight"), reduction(), compute));
    }

    private GoldenResult nllLoss() {
        return GoldenResult.of(
                Losses.nllLoss(input(), target(), optional("weight"), ignoreIndex(), reduction(), compute));
    }

    private GoldenResult crossEntropy() {
        double smoothing = isGiven("label_smoothing") ? GoldenArrays.real(args.get("label_smoothing")) : 0;
        return GoldenResult.of(Losses.crossEntropy(
                input(), target(), optional("weight"), ignoreIndex(), smoothing, reduction(), compute));
    }

    private GoldenResult scatter() {
        LabelArray index = GoldenArrays.array(args.path("index"));
        if (isGiven("value")) {
            float value = (float) GoldenArrays.real(args.get("value"));
            Scatter.requireFit(input(), dim(), index, null);
            return GoldenResult.of(Scatter.scatter(input(), dim(), index, value, reduce()), null);
        }
        LabelArray src = GoldenArrays.array(args.path("src"));
        Scatter.requireFit(input(), dim(), index, src);
        return GoldenResult.of(Scatter.scatter(input(), dim(), index, src, reduce()), null);
    }

    /** The reduce argument, read after the others have been checked, as in PyTorch. */
    private Scatter.Reduce reduce() {
        return isGiven("reduce") ? Scatter.Reduce.named(args.get("reduce").asString()) : Scatter.Reduce.REPLACE;
    }

    private GoldenResult oneHot() {
        LabelArray labels = GoldenArrays.array(args.path("input"));
        int classes = isGiven("num_classes") ? args.get("num_classes").asInt() : DEFAULT_NUM_CLASSES;
        return new GoldenResult(Scatter.oneHot(labels, classes), null);
    }

    private static Tensor ones(Tensor like) {
        return Tensor.full(like.shape(), 1f);
    }

    private boolean isGiven(String name) {
        return args.has(name) && !args.get(name).isNull();
    }

    private @Nullable Tensor optional(String name) {
        return isGiven(name) ? GoldenArrays.tensor(args.get(name)) : null;
    }

    private Tensor input() {
        return GoldenArrays.tensor(args.path("input"));
    }

    private LabelArray target() {
        return GoldenArrays.array(args.path("target"));
    }

    private int dim() {
        return args.path("dim").asInt();
    }

    private long ignoreIndex() {
        return isGiven("ignore_index") ? args.get("ignore_index").asLong() : DEFAULT_IGNORE_INDEX;
    }

    private Reduction reduction() {
        String name = isGiven("reduction") ? args.get("reduction").asString() : "mean";
        for (Reduction reduction : Reduction.values()) {
            if (reduction.torchName().equals(name)) {
                return reduction;
            }
        }
        throw new AssertionError("unknown reduction " + name);
    }
}
