package lossgrid.model.compare.mistake;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.EncodingStep;

/** Activations and losses that do not belong together. */
final class RecipeMistakes {
    private static final int CLASSES = 3;
    private static final Activation SIGMOID = new Activation.Sigmoid();
    private static final Activation SOFTMAX = new Activation.Softmax(1);
    private static final int TOO_LARGE = 4;

    private RecipeMistakes() {}

    private static Experiment classes() {
        return Scene.classes(Scene.threeClasses(), CLASSES);
    }

    private static Pair wrongActivation(Experiment right, Activation activation) {
        return new Pair(Scene.recipe(right, activation, right.recipe().loss()), right);
    }

    static Pair softmaxBeforeCrossEntropy() {
        return wrongActivation(classes(), SOFTMAX);
    }

    static Pair sigmoidBeforeCrossEntropy() {
        return wrongActivation(classes(), SIGMOID);
    }

    static Pair sigmoidBeforeBceWithLogits() {
        return wrongActivation(Scene.binary(Scene.twoClasses()), SIGMOID);
    }

    static Pair logitsIntoBce() {
        Experiment binary = Scene.binary(Scene.twoClasses());
        return new Pair(
                Scene.recipe(binary, Scene.NONE, LossKind.BCE_LOSS), Scene.recipe(binary, SIGMOID, LossKind.BCE_LOSS));
    }

    private static Pair intoNll(Scene scene, Activation wrong) {
        Experiment classes = Scene.classes(scene, CLASSES);
        return new Pair(
                Scene.recipe(classes, wrong, LossKind.NLL_LOSS),
                Scene.recipe(classes, new Activation.LogSoftmax(1), LossKind.NLL_LOSS));
    }

    static Pair probabilitiesIntoNll() {
        return intoNll(Scene.threeClasses(), SOFTMAX);
    }

    static Pair logitsIntoNll() {
        return intoNll(Scene.threeClasses(), Scene.NONE);
    }

    static Pair softmaxOverBatch() {
        return intoNll(Scene.twoPictures(), new Activation.LogSoftmax(0));
    }

    static Pair softmaxOverHeight() {
        return intoNll(Scene.threeClasses(), new Activation.LogSoftmax(2));
    }

    static Pair softmaxOverWidth() {
        return intoNll(Scene.threeClasses(), new Activation.LogSoftmax(-1));
    }

    static Pair softmaxDimOutOfRange() {
        return intoNll(Scene.threeClasses(), new Activation.LogSoftmax(TOO_LARGE));
    }

    /** The channel dimension makes the target look like shares of one class. */
    static Pair oneChannelCrossEntropy() {
        Experiment binary = Scene.binary(Scene.twoClasses());
        return new Pair(Scene.recipe(binary, Scene.NONE, LossKind.CROSS_ENTROPY_LOSS), binary);
    }

    static Pair softmaxOfOneChannel() {
        Experiment binary = Scene.binary(Scene.twoClasses());
        return new Pair(
                Scene.recipe(binary, SOFTMAX, LossKind.BCE_LOSS), Scene.recipe(binary, SIGMOID, LossKind.BCE_LOSS));
    }

    static Pair twoChannelsBce() {
        Experiment right = Scene.classes(Scene.twoClasses(), 2);
        Experiment wrong = Scene.steps(
                right,
                new EncodingStep.OneHot(2),
                new EncodingStep.Permute(List.of(0, 3, 1, 2)),
                new EncodingStep.Cast(DType.FLOAT32));
        return new Pair(Scene.recipe(wrong, Scene.NONE, LossKind.BCE_WITH_LOGITS_LOSS), right);
    }

    /** Shares that weigh each picture by one over how many of its pixels count: what a mean over the pictures' means comes to. */
    static Pair meanOfBatchMeans() {
        Scene scene = Scene.twoPictures();
        LabelArray labels = scene.with(Scene.LONG, Scene.VOID, 1, 2, 3);
        Experiment right = Scene.ignoring(Scene.classes(scene, CLASSES).withLabels(labels), Scene.VOID);
        int size = scene.pixels().planeSize();
        LabelArray shares = shares(labels, pixel -> pixel < size ? size : 1);
        return new Pair(Scene.classes(scene, CLASSES).withLabels(shares), right);
    }

    static Pair voidAsEmptyOneHot() {
        Scene scene = Scene.threeClasses();
        LabelArray labels = scene.with(Scene.LONG, Scene.VOID, 2, 5, 6);
        Experiment right = Scene.ignoring(Scene.classes(scene, CLASSES).withLabels(labels), Scene.VOID);
        return new Pair(Scene.classes(scene, CLASSES).withLabels(shares(labels, _ -> 1)), right);
    }

    /** One-hot float32 {@code [N, C, H, W]} times a factor for each pixel; nothing for void. */
    private static LabelArray shares(LabelArray labels, IntToDoubleFunction factor) {
        int planeSize = labels.shape().planeSize();
        return LabelArray.ofDoubles(DType.FLOAT32, labels.shape().insert(1, CLASSES), i -> {
            int pixel = i / planeSize / CLASSES * planeSize + i % planeSize;
            return labels.longAt(pixel) == i / planeSize % CLASSES ? factor.applyAsDouble(pixel) : 0;
        });
    }

    static Pair weightOfOtherLength() {
        return weight(Tensor.vector(1, 2), Tensor.vector(1, 2, 4));
    }

    static Pair weightInOtherOrder() {
        return weight(Tensor.vector(4, 2, 1), Tensor.vector(1, 2, 4));
    }

    private static Pair weight(Tensor wrong, Tensor right) {
        Experiment classes = classes();
        return new Pair(
                classes.withOptions(classes.options().withWeight(wrong)),
                classes.withOptions(classes.options().withWeight(right)));
    }

    static Pair posWeightOfClasses() {
        return posWeight(Scene.twoClasses(), Tensor.vector(1, 4));
    }

    static Pair posWeightAlongWidth() {
        return posWeight(Scene.square(), Tensor.vector(1, 2, 4));
    }

    /** One logit a class, each with a target of its own, as for classes that may overlap. */
    private static Pair posWeight(Scene scene, Tensor perClass) {
        int classes = perClass.size();
        Experiment labels = Scene.steps(
                Scene.classes(scene, classes),
                new EncodingStep.OneHot(classes),
                new EncodingStep.Permute(List.of(0, 3, 1, 2)),
                new EncodingStep.Cast(DType.FLOAT32));
        Experiment bare = Scene.recipe(labels, Scene.NONE, LossKind.BCE_WITH_LOGITS_LOSS);
        Tensor perChannel = perClass.reshape(Shape.of(classes, 1, 1));
        return new Pair(
                bare.withOptions(bare.options().withPosWeight(perClass)),
                bare.withOptions(bare.options().withPosWeight(perChannel)));
    }

    static Pair smoothingInPercent() {
        Experiment classes = classes();
        return new Pair(
                classes.withOptions(classes.options().withLabelSmoothing(10)),
                classes.withOptions(classes.options().withLabelSmoothing(0.1)));
    }
}
