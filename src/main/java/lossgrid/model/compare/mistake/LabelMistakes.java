package lossgrid.model.compare.mistake;

import java.util.Arrays;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.EncodingStep;

/** Labels whose values or types are not those that the loss takes. */
final class LabelMistakes {
    private static final int CLASSES = 3;
    private static final double HALF = 127;
    private static final EncodingStep TO_LONG = new EncodingStep.Cast(Scene.LONG);
    private static final EncodingStep TO_FLOAT = new EncodingStep.Cast(DType.FLOAT32);
    private static final EncodingStep CHANNELS_FIRST = new EncodingStep.Permute(List.of(0, 3, 1, 2));

    private LabelMistakes() {}

    private static Experiment three(LabelArray labels) {
        return Scene.classes(Scene.threeClasses(), CLASSES).withLabels(labels);
    }

    static Pair mask255() {
        Scene scene = Scene.twoClasses();
        Experiment stored = Scene.classes(scene, 2).withLabels(scene.stored());
        return new Pair(Scene.steps(stored, TO_LONG), Scene.steps(stored, new EncodingStep.Threshold(HALF), TO_LONG));
    }

    static Pair mask255Bce() {
        Scene scene = Scene.twoClasses();
        Experiment stored = Scene.binary(scene)
                .withLabels(scene.stored().reshape(scene.pixels().insert(1, 1)));
        return new Pair(Scene.steps(stored, TO_FLOAT), Scene.steps(stored, new EncodingStep.Divide(Scene.VOID, false)));
    }

    private static Pair voidLabel(long value) {
        Experiment wrong = three(Scene.threeClasses().with(Scene.LONG, value, 2, 6));
        return new Pair(wrong, Scene.ignoring(wrong, value));
    }

    static Pair void255() {
        return voidLabel(Scene.VOID);
    }

    static Pair voidMinusOne() {
        return voidLabel(-1);
    }

    static Pair voidAsBackground() {
        Experiment labels = three(Scene.threeClasses().with(Scene.LONG, Scene.VOID, 2, 6));
        return new Pair(Scene.steps(labels, remap(new long[] {Scene.VOID, 0})), Scene.ignoring(labels, Scene.VOID));
    }

    private static EncodingStep remap(long[]... table) {
        return new EncodingStep.Remap(
                Arrays.stream(table)
                        .map(entry -> new EncodingStep.Remap.Entry(entry[0], entry[1]))
                        .toList(),
                null);
    }

    static Pair dividedBy255() {
        Experiment labels = three(Scene.threeClasses().labels(DType.UINT8));
        return new Pair(
                Scene.steps(labels, new EncodingStep.Divide(Scene.VOID, false), TO_LONG), Scene.steps(labels, TO_LONG));
    }

    private static LabelArray fromOne() {
        LabelArray labels = Scene.threeClasses().labels(Scene.LONG);
        return LabelArray.ofLongs(Scene.LONG, labels.shape(), i -> labels.longAt(i) + 1);
    }

    static Pair oneBased() {
        return Scene.missing(three(fromOne()), new EncodingStep.Shift(-1));
    }

    static Pair oneBasedWithSpareChannel() {
        LabelArray labels = fromOne();
        Scene shifted = Scene.of(labels.shape(), longs(labels));
        return new Pair(Scene.classes(shifted, CLASSES + 1), Scene.steps(three(labels), new EncodingStep.Shift(-1)));
    }

    private static long[] longs(LabelArray labels) {
        long[] out = new long[labels.size()];
        Arrays.setAll(out, labels::longAt);
        return out;
    }

    static Pair zeroReducedTwice() {
        LabelArray labels = Scene.threeClasses().with(Scene.LONG, Scene.VOID, 2);
        Experiment right = Scene.ignoring(three(labels), Scene.VOID);
        return new Pair(
                Scene.steps(right, remap(new long[] {0, Scene.VOID}, new long[] {1, 0}, new long[] {2, 1})), right);
    }

    static Pair everythingIgnored() {
        Scene scene = Scene.twoClasses();
        Experiment right = Scene.classes(scene, 2).withLabels(LabelArray.ofLongs(Scene.LONG, scene.pixels(), _ -> 0));
        return new Pair(Scene.ignoring(right, 0), right);
    }

    /** Two pixels, class 0 beside class 2, enlarged: bilinear on the left, nearest on the right. */
    static Pair interpolatedEdges() {
        Scene scene = Scene.of(Shape.of(1, 2, 4), 0, 0, 2, 2, 0, 0, 2, 2);
        Experiment large = Scene.classes(scene, CLASSES);
        LabelArray bilinear = LabelArray.ofDoubles(DType.FLOAT32, scene.pixels(), 0, 0.5, 1.5, 2, 0, 0.5, 1.5, 2);
        LabelArray small = LabelArray.ofLongs(Scene.LONG, Shape.of(1, 1, 2), 0, 2);
        return new Pair(
                Scene.steps(large.withLabels(bilinear), TO_LONG),
                Scene.steps(large.withLabels(small), new EncodingStep.Resize(2, 4)));
    }

    static Pair paddingAsBackground() {
        int[] padding = {2, 3, 6, 7};
        Experiment right =
                Scene.ignoring(three(Scene.threeClasses().with(Scene.LONG, Scene.VOID, padding)), Scene.VOID);
        return Scene.replaced(right, Scene.threeClasses().with(Scene.LONG, 0, padding));
    }

    private static Pair otherType(DType dtype) {
        return Scene.missing(three(Scene.threeClasses().labels(dtype)), TO_LONG);
    }

    static Pair uint8Labels() {
        return otherType(DType.UINT8);
    }

    static Pair floatLabels() {
        return otherType(DType.FLOAT32);
    }

    private static Pair otherTarget(DType dtype, LossKind loss) {
        Scene scene = Scene.twoClasses();
        Experiment binary = Scene.binary(scene).withLabels(scene.object(dtype));
        boolean needsSigmoid = loss == LossKind.BCE_LOSS;
        return Scene.missing(
                Scene.recipe(binary, needsSigmoid ? new Activation.Sigmoid() : Scene.NONE, loss), TO_FLOAT);
    }

    static Pair longTargetBceWithLogits() {
        return otherTarget(Scene.LONG, LossKind.BCE_WITH_LOGITS_LOSS);
    }

    static Pair longTargetBce() {
        return otherTarget(Scene.LONG, LossKind.BCE_LOSS);
    }

    static Pair boolTarget() {
        return otherTarget(DType.BOOL, LossKind.BCE_WITH_LOGITS_LOSS);
    }

    static Pair oneHotOf255() {
        Scene scene = Scene.twoClasses();
        Experiment stored = Scene.classes(scene, 2).withLabels(scene.stored());
        EncodingStep oneHot = new EncodingStep.OneHot(2);
        return new Pair(
                Scene.steps(stored, TO_LONG, oneHot, CHANNELS_FIRST, TO_FLOAT),
                Scene.steps(stored, new EncodingStep.Threshold(HALF), TO_LONG, oneHot, CHANNELS_FIRST, TO_FLOAT));
    }

    static Pair oneHotOfMinusOne() {
        Experiment labels = three(Scene.threeClasses().with(Scene.LONG, -1, 2, 6));
        return new Pair(
                Scene.steps(labels, new EncodingStep.OneHot(CLASSES), CHANNELS_FIRST, TO_FLOAT),
                Scene.ignoring(labels, -1));
    }

    static Pair oneHotOfUint8() {
        Experiment labels = three(Scene.threeClasses().labels(DType.UINT8));
        EncodingStep oneHot = new EncodingStep.OneHot(CLASSES);
        return new Pair(
                Scene.steps(labels, oneHot, CHANNELS_FIRST, TO_FLOAT),
                Scene.steps(labels, TO_LONG, oneHot, CHANNELS_FIRST, TO_FLOAT));
    }

    private static Experiment byHand(Experiment experiment) {
        return Scene.recipe(experiment, new Activation.Softmax(1), LossKind.BY_HAND);
    }

    static Pair scatterOf255() {
        Pair mask = mask255();
        return new Pair(byHand(mask.wrong()), byHand(mask.right()));
    }

    static Pair scatterOfUint8() {
        Pair labels = uint8Labels();
        return new Pair(byHand(labels.wrong()), byHand(labels.right()));
    }

    static Pair ignoreIndexOfShares() {
        Experiment shares = Scene.steps(
                Scene.classes(Scene.threeClasses(), CLASSES),
                new EncodingStep.OneHot(CLASSES),
                CHANNELS_FIRST,
                TO_FLOAT);
        return new Pair(Scene.ignoring(shares, Scene.VOID), Scene.ignoring(Scene.steps(shares), Scene.VOID));
    }
}
