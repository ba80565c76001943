package lossgrid.model.compare.mistake;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Permute;

/** Mistakes with activations and losses that do not belong together. */
final class RecipeMistakes {
    private static final int CLASSES = 3;
    private static final Activation SIGMOID = new Activation.Sigmoid();
    private static final Activation SOFTMAX = new Activation.Softmax(1);
    private static final int TOO_LARGE = 4;

    private RecipeMistakes() {}

    private static Experiment classes() {
        return MistakeScene.classes(MistakeScene.threeClasses(), CLASSES);
    }

    private static MistakePair wrongActivation(Experiment right, Activation activation) {
        return new MistakePair(
                MistakeScene.recipe(right, activation, right.recipe().loss()), right);
    }

    static MistakePair softmaxBeforeCrossEntropy() {
        return wrongActivation(classes(), SOFTMAX);
    }

    static MistakePair sigmoidBeforeCrossEntropy() {
        return wrongActivation(classes(), SIGMOID);
    }

    static MistakePair sigmoidBeforeBceWithLogits() {
        return wrongActivation(MistakeScene.binary(MistakeScene.twoClasses()), SIGMOID);
    }

    static MistakePair logitsIntoBce() {
        Experiment binary = MistakeScene.binary(MistakeScene.twoClasses());
        return new MistakePair(
                MistakeScene.recipe(binary, MistakeScene.NONE, LossKind.BCE_LOSS),
                MistakeScene.recipe(binary, SIGMOID, LossKind.BCE_LOSS));
    }

    private static MistakePair intoNll(MistakeScene scene, Activation wrong) {
        Experiment classes = MistakeScene.classes(scene, CLASSES);
        return new MistakePair(
                MistakeScene.recipe(classes, wrong, LossKind.NLL_LOSS),
                MistakeScene.recipe(classes, new Activation.LogSoftmax(1), LossKind.NLL_LOSS));
    }

    static MistakePair probabilitiesIntoNll() {
        return intoNll(MistakeScene.threeClasses(), SOFTMAX);
    }

    static MistakePair logitsIntoNll() {
        return intoNll(MistakeScene.threeClasses(), MistakeScene.NONE);
    }

    static MistakePair softmaxOverBatch() {
        return intoNll(MistakeScene.twoPictures(), new Activation.LogSoftmax(0));
    }

    static MistakePair softmaxOverHeight() {
        return intoNll(MistakeScene.threeClasses(), new Activation.LogSoftmax(2));
    }

    static MistakePair softmaxOverWidth() {
        return intoNll(MistakeScene.threeClasses(), new Activation.LogSoftmax(-1));
    }

    static MistakePair softmaxDimOutOfRange() {
        return intoNll(MistakeScene.threeClasses(), new Activation.LogSoftmax(TOO_LARGE));
    }

    /** The channel dimension makes the target look like shares of one class. */
    static MistakePair oneChannelCrossEntropy() {
        Experiment binary = MistakeScene.binary(MistakeScene.twoClasses());
        return new MistakePair(MistakeScene.recipe(binary, MistakeScene.NONE, LossKind.CROSS_ENTROPY_LOSS), binary);
    }

    static MistakePair softmaxOfOneChannel() {
        Experiment binary = MistakeScene.binary(MistakeScene.twoClasses());
        return new MistakePair(
                MistakeScene.recipe(binary, SOFTMAX, LossKind.BCE_LOSS),
                MistakeScene.recipe(binary, SIGMOID, LossKind.BCE_LOSS));
    }

    static MistakePair twoChannelsBce() {
        Experiment right = MistakeScene.classes(MistakeScene.twoClasses(), 2);
        Experiment wrong =
                MistakeScene.steps(right, new OneHot(2), new Permute(List.of(0, 3, 1, 2)), new Cast(DType.FLOAT32));
        return new MistakePair(MistakeScene.recipe(wrong, MistakeScene.NONE, LossKind.BCE_WITH_LOGITS_LOSS), right);
    }

    /**
     * Weighs each image by the inverse of its number of counted pixels, which is what a mean over the images' means
     * does.
     */
    static MistakePair meanOfBatchMeans() {
        MistakeScene scene = MistakeScene.twoPictures();
        LabelArray labels = scene.with(MistakeScene.LONG, MistakeScene.VOID, 1, 2, 3);
        Experiment right =
                MistakeScene.ignoring(MistakeScene.classes(scene, CLASSES).withLabels(labels), MistakeScene.VOID);
        int size = scene.pixels().planeSize();
        LabelArray shares = shares(labels, pixel -> pixel < size ? size : 1);
        return new MistakePair(MistakeScene.classes(scene, CLASSES).withLabels(shares), right);
    }

    static MistakePair voidAsEmptyOneHot() {
        MistakeScene scene = MistakeScene.threeClasses();
        LabelArray labels = scene.with(MistakeScene.LONG, MistakeScene.VOID, 2, 5, 6);
        Experiment right =
                MistakeScene.ignoring(MistakeScene.classes(scene, CLASSES).withLabels(labels), MistakeScene.VOID);
        return new MistakePair(MistakeScene.classes(scene, CLASSES).withLabels(shares(labels, _ -> 1)), right);
    }

    /** One-hot float32 {@code [N, C, H, W]} times a factor for each pixel; 0 for void. */
    private static LabelArray shares(LabelArray labels, IntToDoubleFunction factor) {
        Shape shape = labels.shape().insert(Nchw.CLASS_DIM, CLASSES);
        Nchw layout = Nchw.of(shape);
        return LabelArray.ofDoubles(DType.FLOAT32, shape, i -> {
            int pixel = layout.pixelOf(i);
            return labels.longAt(pixel) == layout.classOf(i) ? factor.applyAsDouble(pixel) : 0;
        });
    }

    static MistakePair weightOfOtherLength() {
        return weight(Tensor.vector(1, 2), Tensor.vector(1, 2, 4));
    }

    static MistakePair weightInOtherOrder() {
        return weight(Tensor.vector(4, 2, 1), Tensor.vector(1, 2, 4));
    }

    private static MistakePair weight(Tensor wrong, Tensor right) {
        Experiment classes = classes();
        return new MistakePair(
                classes.withOptions(classes.options().withWeight(wrong)),
                classes.withOptions(classes.options().withWeight(right)));
    }

    static MistakePair posWeightOfClasses() {
        return posWeight(MistakeScene.twoClasses(), Tensor.vector(1, 4));
    }

    static MistakePair posWeightAlongWidth() {
        return posWeight(MistakeScene.square(), Tensor.vector(1, 2, 4));
    }

    /** One logit a class, each with its own target, as for classes that may overlap. */
    private static MistakePair posWeight(MistakeScene scene, Tensor perClass) {
        int classes = perClass.size();
        Experiment labels = MistakeScene.steps(
                MistakeScene.classes(scene, classes),
                new OneHot(classes),
                new Permute(List.of(0, 3, 1, 2)),
                new Cast(DType.FLOAT32));
        Experiment bare = MistakeScene.recipe(labels, MistakeScene.NONE, LossKind.BCE_WITH_LOGITS_LOSS);
        Tensor perChannel = perClass.reshape(Shape.of(classes, 1, 1));
        return new MistakePair(
                bare.withOptions(bare.options().withPosWeight(perClass)),
                bare.withOptions(bare.options().withPosWeight(perChannel)));
    }

    static MistakePair smoothingInPercent() {
        Experiment classes = classes();
        return new MistakePair(
                classes.withOptions(classes.options().withLabelSmoothing(10)),
                classes.withOptions(classes.options().withLabelSmoothing(0.1)));
    }
}
