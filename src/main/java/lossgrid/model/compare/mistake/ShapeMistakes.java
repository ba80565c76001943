package lossgrid.model.compare.mistake;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.ArgMax;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Resize;
import lossgrid.model.encoding.Select;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Threshold;
import lossgrid.model.encoding.Unsqueeze;

/** Mistakes with labels whose axes are not those of the loss. */
final class ShapeMistakes {
    private static final int CLASSES = 3;
    private static final int COLORS = 3;
    private static final EncodingStep CHANNELS_FIRST = new Permute(List.of(0, 3, 1, 2));
    private static final EncodingStep TO_FLOAT = new Cast(DType.FLOAT32);

    private ShapeMistakes() {}

    static MistakePair channelDimKept() {
        MistakeScene scene = MistakeScene.twoClasses();
        return MistakeScene.missing(
                MistakeScene.classes(scene, 2).withLabels(scene.object(MistakeScene.LONG)), new Squeeze(1));
    }

    static MistakePair colorMask() {
        MistakeScene scene = MistakeScene.twoClasses();
        LabelArray grey = scene.stored();
        LabelArray rgb =
                LabelArray.ofLongs(DType.UINT8, scene.pixels().insert(3, COLORS), i -> grey.longAt(i / COLORS));
        return MistakeScene.missing(
                MistakeScene.classes(scene, 2).withLabels(rgb),
                new Select(-1, 0),
                new Threshold(127),
                new Cast(MistakeScene.LONG));
    }

    static MistakePair batchDimMissing() {
        MistakeScene scene = MistakeScene.twoClasses();
        LabelArray labels =
                scene.labels(MistakeScene.LONG).reshape(scene.pixels().remove(0));
        return MistakeScene.missing(MistakeScene.classes(scene, 2).withLabels(labels), new Unsqueeze(0));
    }

    static MistakePair scatterWithoutBatch() {
        MistakePair labels = batchDimMissing();
        Activation softmax = new Activation.Softmax(1);
        return new MistakePair(
                MistakeScene.recipe(labels.wrong(), softmax, LossKind.BY_HAND),
                MistakeScene.recipe(labels.right(), softmax, LossKind.BY_HAND));
    }

    static MistakePair oneHotAsLong() {
        Experiment classes = MistakeScene.classes(MistakeScene.threeClasses(), CLASSES);
        EncodingStep oneHot = new OneHot(CLASSES);
        return new MistakePair(
                MistakeScene.steps(classes, oneHot, CHANNELS_FIRST),
                MistakeScene.steps(classes, oneHot, CHANNELS_FIRST, new ArgMax(1)));
    }

    static MistakePair oneHotChannelsLast() {
        Experiment classes = MistakeScene.classes(MistakeScene.square(), CLASSES);
        EncodingStep oneHot = new OneHot(CLASSES);
        return new MistakePair(
                MistakeScene.steps(classes, oneHot, TO_FLOAT),
                MistakeScene.steps(classes, oneHot, CHANNELS_FIRST, TO_FLOAT));
    }

    static MistakePair rowsAndColumnsSwapped() {
        MistakeScene scene = MistakeScene.square();
        LabelArray labels = scene.labels(MistakeScene.LONG);
        int side = scene.pixels().dim(1);
        LabelArray swapped =
                LabelArray.ofLongs(MistakeScene.LONG, scene.pixels(), i -> labels.longAt(i % side * side + i / side));
        return MistakeScene.missing(
                MistakeScene.classes(scene, CLASSES).withLabels(swapped), new Permute(List.of(0, 2, 1)));
    }

    private static MistakePair channelDimMissing(Activation activation, LossKind loss) {
        MistakeScene scene = MistakeScene.twoClasses();
        Experiment binary = MistakeScene.binary(scene).withLabels(scene.labels(DType.FLOAT32));
        return MistakeScene.missing(MistakeScene.recipe(binary, activation, loss), new Unsqueeze(1));
    }

    static MistakePair channelDimMissingBceWithLogits() {
        return channelDimMissing(MistakeScene.NONE, LossKind.BCE_WITH_LOGITS_LOSS);
    }

    static MistakePair channelDimMissingBce() {
        return channelDimMissing(new Activation.Sigmoid(), LossKind.BCE_LOSS);
    }

    /** {@code [N, H, W]} against {@code [N, 1, H, W]}: every image's labels are combined with every image's logits. */
    static MistakePair broadcastByHand() {
        MistakeScene scene = MistakeScene.of(Shape.of(2, 2, 3), 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0);
        Experiment wrong = MistakeScene.recipe(
                MistakeScene.binary(scene).withLabels(scene.labels(DType.FLOAT32)),
                new Activation.Sigmoid(),
                LossKind.BY_HAND);
        return MistakeScene.missing(wrong, new Unsqueeze(1));
    }

    static MistakePair otherResolution() {
        MistakeScene scene = MistakeScene.twoClasses();
        LabelArray labels = scene.labels(MistakeScene.LONG);
        int width = scene.pixels().dim(2);
        LabelArray twice = LabelArray.ofLongs(
                MistakeScene.LONG,
                Shape.of(1, 6, 8),
                i -> labels.longAt(i / (2 * width) / 2 * width + i % (2 * width) / 2));
        return MistakeScene.missing(MistakeScene.classes(scene, 2).withLabels(twice), new Resize(3, width));
    }
}
