package lossgrid.model.compare.mistake;

import java.util.Arrays;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Divide;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Resize;
import lossgrid.model.encoding.Shift;
import lossgrid.model.encoding.Threshold;

/** Mistakes with labels whose values or types the loss does not accept. */
final class LabelMistakes {
    private static final int CLASSES = 3;
    private static final double HALF = 127;
    private static final EncodingStep TO_LONG = new Cast(MistakeScene.LONG);
    private static final EncodingStep TO_FLOAT = new Cast(DType.FLOAT32);
    private static final EncodingStep CHANNELS_FIRST = new Permute(List.of(0, 3, 1, 2));

    private LabelMistakes() {}

    private static Experiment three(LabelArray labels) {
        return MistakeScene.classes(MistakeScene.threeClasses(), CLASSES).withLabels(labels);
    }

    static MistakePair mask255() {
        MistakeScene scene = MistakeScene.twoClasses();
        Experiment stored = MistakeScene.classes(scene, 2).withLabels(scene.stored());
        return new MistakePair(
                MistakeScene.steps(stored, TO_LONG), MistakeScene.steps(stored, new Threshold(HALF), TO_LONG));
    }

    static MistakePair mask255Bce() {
        MistakeScene scene = MistakeScene.twoClasses();
        Experiment stored = MistakeScene.binary(scene)
                .withLabels(scene.stored().reshape(scene.pixels().insert(Nchw.CLASS_DIM, 1)));
        return new MistakePair(
                MistakeScene.steps(stored, TO_FLOAT), MistakeScene.steps(stored, new Divide(MistakeScene.VOID, false)));
    }

    private static MistakePair voidLabel(long value) {
        Experiment wrong = three(MistakeScene.threeClasses().with(MistakeScene.LONG, value, 2, 6));
        return new MistakePair(wrong, MistakeScene.ignoring(wrong, value));
    }

    static MistakePair void255() {
        return voidLabel(MistakeScene.VOID);
    }

    static MistakePair voidMinusOne() {
        return voidLabel(-1);
    }

    static MistakePair voidAsBackground() {
        Experiment labels = three(MistakeScene.threeClasses().with(MistakeScene.LONG, MistakeScene.VOID, 2, 6));
        return new MistakePair(
                MistakeScene.steps(labels, remap(new long[] {MistakeScene.VOID, 0})),
                MistakeScene.ignoring(labels, MistakeScene.VOID));
    }

    private static EncodingStep remap(long[]... table) {
        return new Remap(
                Arrays.stream(table)
                        .map(entry -> new Remap.Entry(entry[0], entry[1]))
                        .toList(),
                null);
    }

    static MistakePair dividedBy255() {
        Experiment labels = three(MistakeScene.threeClasses().labels(DType.UINT8));
        return new MistakePair(
                MistakeScene.steps(labels, new Divide(MistakeScene.VOID, false), TO_LONG),
                MistakeScene.steps(labels, TO_LONG));
    }

    private static LabelArray fromOne() {
        LabelArray labels = MistakeScene.threeClasses().labels(MistakeScene.LONG);
        return LabelArray.ofLongs(MistakeScene.LONG, labels.shape(), i -> labels.longAt(i) + 1);
    }

    static MistakePair oneBased() {
        return MistakeScene.missing(three(fromOne()), new Shift(-1));
    }

    static MistakePair oneBasedWithSpareChannel() {
        LabelArray labels = fromOne();
        MistakeScene shifted = MistakeScene.of(labels.shape(), longs(labels));
        return new MistakePair(
                MistakeScene.classes(shifted, CLASSES + 1), MistakeScene.steps(three(labels), new Shift(-1)));
    }

    private static long[] longs(LabelArray labels) {
        long[] out = new long[labels.size()];
        Arrays.setAll(out, labels::longAt);
        return out;
    }

    static MistakePair zeroReducedTwice() {
        LabelArray labels = MistakeScene.threeClasses().with(MistakeScene.LONG, MistakeScene.VOID, 2);
        Experiment right = MistakeScene.ignoring(three(labels), MistakeScene.VOID);
        return new MistakePair(
                MistakeScene.steps(
                        right, remap(new long[] {0, MistakeScene.VOID}, new long[] {1, 0}, new long[] {2, 1})),
                right);
    }

    static MistakePair everythingIgnored() {
        MistakeScene scene = MistakeScene.twoClasses();
        Experiment right = MistakeScene.classes(scene, 2)
                .withLabels(LabelArray.ofLongs(MistakeScene.LONG, scene.pixels(), _ -> 0));
        return new MistakePair(MistakeScene.ignoring(right, 0), right);
    }

    /** Two pixels, class 0 beside class 2, enlarged: bilinear on the left, nearest on the right. */
    static MistakePair interpolatedEdges() {
        MistakeScene scene = MistakeScene.of(Shape.of(1, 2, 4), 0, 0, 2, 2, 0, 0, 2, 2);
        Experiment large = MistakeScene.classes(scene, CLASSES);
        LabelArray bilinear = LabelArray.ofDoubles(DType.FLOAT32, scene.pixels(), 0, 0.5, 1.5, 2, 0, 0.5, 1.5, 2);
        LabelArray small = LabelArray.ofLongs(MistakeScene.LONG, Shape.of(1, 1, 2), 0, 2);
        return new MistakePair(
                MistakeScene.steps(large.withLabels(bilinear), TO_LONG),
                MistakeScene.steps(large.withLabels(small), new Resize(2, 4)));
    }

    static MistakePair paddingAsBackground() {
        int[] padding = {2, 3, 6, 7};
        Experiment right = MistakeScene.ignoring(
                three(MistakeScene.threeClasses().with(MistakeScene.LONG, MistakeScene.VOID, padding)),
                MistakeScene.VOID);
        return MistakeScene.replaced(right, MistakeScene.threeClasses().with(MistakeScene.LONG, 0, padding));
    }

    private static MistakePair otherType(DType dtype) {
        return MistakeScene.missing(three(MistakeScene.threeClasses().labels(dtype)), TO_LONG);
    }

    static MistakePair uint8Labels() {
        return otherType(DType.UINT8);
    }

    static MistakePair floatLabels() {
        return otherType(DType.FLOAT32);
    }

    private static MistakePair otherTarget(DType dtype, LossKind loss) {
        MistakeScene scene = MistakeScene.twoClasses();
        Experiment binary = MistakeScene.binary(scene).withLabels(scene.object(dtype));
        boolean needsSigmoid = loss == LossKind.BCE_LOSS;
        return MistakeScene.missing(
                MistakeScene.recipe(binary, needsSigmoid ? new Activation.Sigmoid() : MistakeScene.NONE, loss),
                TO_FLOAT);
    }

    static MistakePair longTargetBceWithLogits() {
        return otherTarget(MistakeScene.LONG, LossKind.BCE_WITH_LOGITS_LOSS);
    }

    static MistakePair longTargetBce() {
        return otherTarget(MistakeScene.LONG, LossKind.BCE_LOSS);
    }

    static MistakePair boolTarget() {
        return otherTarget(DType.BOOL, LossKind.BCE_WITH_LOGITS_LOSS);
    }

    static MistakePair oneHotOf255() {
        MistakeScene scene = MistakeScene.twoClasses();
        Experiment stored = MistakeScene.classes(scene, 2).withLabels(scene.stored());
        EncodingStep oneHot = new OneHot(2);
        return new MistakePair(
                MistakeScene.steps(stored, TO_LONG, oneHot, CHANNELS_FIRST, TO_FLOAT),
                MistakeScene.steps(stored, new Threshold(HALF), TO_LONG, oneHot, CHANNELS_FIRST, TO_FLOAT));
    }

    static MistakePair oneHotOfMinusOne() {
        Experiment labels = three(MistakeScene.threeClasses().with(MistakeScene.LONG, -1, 2, 6));
        return new MistakePair(
                MistakeScene.steps(labels, new OneHot(CLASSES), CHANNELS_FIRST, TO_FLOAT),
                MistakeScene.ignoring(labels, -1));
    }

    static MistakePair oneHotOfUint8() {
        Experiment labels = three(MistakeScene.threeClasses().labels(DType.UINT8));
        EncodingStep oneHot = new OneHot(CLASSES);
        return new MistakePair(
                MistakeScene.steps(labels, oneHot, CHANNELS_FIRST, TO_FLOAT),
                MistakeScene.steps(labels, TO_LONG, oneHot, CHANNELS_FIRST, TO_FLOAT));
    }

    private static Experiment byHand(Experiment experiment) {
        return MistakeScene.recipe(experiment, new Activation.Softmax(1), LossKind.BY_HAND);
    }

    static MistakePair scatterOf255() {
        MistakePair mask = mask255();
        return new MistakePair(byHand(mask.wrong()), byHand(mask.right()));
    }

    static MistakePair scatterOfUint8() {
        MistakePair labels = uint8Labels();
        return new MistakePair(byHand(labels.wrong()), byHand(labels.right()));
    }

    static MistakePair ignoreIndexOfShares() {
        Experiment shares = MistakeScene.steps(
                MistakeScene.classes(MistakeScene.threeClasses(), CLASSES),
                new OneHot(CLASSES),
                CHANNELS_FIRST,
                TO_FLOAT);
        return new MistakePair(
                MistakeScene.ignoring(shares, MistakeScene.VOID),
                MistakeScene.ignoring(MistakeScene.steps(shares), MistakeScene.VOID));
    }
}
