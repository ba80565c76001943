package lossgrid.model.compare.mistake;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.EncodingStep;

/** Labels whose axes are not those that the loss takes. */
final class ShapeMistakes {
    private static final int CLASSES = 3;
    private static final int COLORS = 3;
    private static final EncodingStep CHANNELS_FIRST = new EncodingStep.Permute(List.of(0, 3, 1, 2));
    private static final EncodingStep TO_FLOAT = new EncodingStep.Cast(DType.FLOAT32);

    private ShapeMistakes() {}

    static Pair channelDimKept() {
        Scene scene = Scene.twoClasses();
        return Scene.missing(Scene.classes(scene, 2).withLabels(scene.object(Scene.LONG)), new EncodingStep.Squeeze(1));
    }

    static Pair colorMask() {
        Scene scene = Scene.twoClasses();
        LabelArray grey = scene.stored();
        LabelArray rgb =
                LabelArray.ofLongs(DType.UINT8, scene.pixels().insert(3, COLORS), i -> grey.longAt(i / COLORS));
        return Scene.missing(
                Scene.classes(scene, 2).withLabels(rgb),
                new EncodingStep.Select(-1, 0),
                new EncodingStep.Threshold(127),
                new EncodingStep.Cast(Scene.LONG));
    }

    static Pair batchDimMissing() {
        Scene scene = Scene.twoClasses();
        LabelArray labels = scene.labels(Scene.LONG).reshape(scene.pixels().remove(0));
        return Scene.missing(Scene.classes(scene, 2).withLabels(labels), new EncodingStep.Unsqueeze(0));
    }

    static Pair scatterWithoutBatch() {
        Pair labels = batchDimMissing();
        Activation softmax = new Activation.Softmax(1);
        return new Pair(
                Scene.recipe(labels.wrong(), softmax, LossKind.BY_HAND),
                Scene.recipe(labels.right(), softmax, LossKind.BY_HAND));
    }

    static Pair oneHotAsLong() {
        Experiment classes = Scene.classes(Scene.threeClasses(), CLASSES);
        EncodingStep oneHot = new EncodingStep.OneHot(CLASSES);
        return new Pair(
                Scene.steps(classes, oneHot, CHANNELS_FIRST),
                Scene.steps(classes, oneHot, CHANNELS_FIRST, new EncodingStep.ArgMax(1)));
    }

    static Pair oneHotChannelsLast() {
        Experiment classes = Scene.classes(Scene.square(), CLASSES);
        EncodingStep oneHot = new EncodingStep.OneHot(CLASSES);
        return new Pair(Scene.steps(classes, oneHot, TO_FLOAT), Scene.steps(classes, oneHot, CHANNELS_FIRST, TO_FLOAT));
    }

    static Pair rowsAndColumnsSwapped() {
        Scene scene = Scene.square();
        LabelArray labels = scene.labels(Scene.LONG);
        int side = scene.pixels().dim(1);
        LabelArray swapped =
                LabelArray.ofLongs(Scene.LONG, scene.pixels(), i -> labels.longAt(i % side * side + i / side));
        return Scene.missing(
                Scene.classes(scene, CLASSES).withLabels(swapped), new EncodingStep.Permute(List.of(0, 2, 1)));
    }

    private static Pair channelDimMissing(Activation activation, LossKind loss) {
        Scene scene = Scene.twoClasses();
        Experiment binary = Scene.binary(scene).withLabels(scene.labels(DType.FLOAT32));
        return Scene.missing(Scene.recipe(binary, activation, loss), new EncodingStep.Unsqueeze(1));
    }

    static Pair channelDimMissingBceWithLogits() {
        return channelDimMissing(Scene.NONE, LossKind.BCE_WITH_LOGITS_LOSS);
    }

    static Pair channelDimMissingBce() {
        return channelDimMissing(new Activation.Sigmoid(), LossKind.BCE_LOSS);
    }

    /** {@code [N, H, W]} against {@code [N, 1, H, W]}: every picture's labels meet every picture's logits. */
    static Pair broadcastByHand() {
        Scene scene = Scene.of(Shape.of(2, 2, 3), 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0);
        Experiment wrong = Scene.recipe(
                Scene.binary(scene).withLabels(scene.labels(DType.FLOAT32)),
                new Activation.Sigmoid(),
                LossKind.BY_HAND);
        return Scene.missing(wrong, new EncodingStep.Unsqueeze(1));
    }

    static Pair otherResolution() {
        Scene scene = Scene.twoClasses();
        LabelArray labels = scene.labels(Scene.LONG);
        int width = scene.pixels().dim(2);
        LabelArray twice = LabelArray.ofLongs(
                Scene.LONG, Shape.of(1, 6, 8), i -> labels.longAt(i / (2 * width) / 2 * width + i % (2 * width) / 2));
        return Scene.missing(Scene.classes(scene, 2).withLabels(twice), new EncodingStep.Resize(3, width));
    }
}
