package lossgrid.model.compare.mistake;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.EncodingStep;

/**
 * The small images of the catalogue: the classes in them, and the logits of a model that finds most of these. All axes
 * differ in size unless a mistake is about their being equal.
 */
final class MistakeScene {
    static final int VOID = 255;
    static final DType LONG = DType.INT64;
    static final Activation NONE = new Activation.None();

    private static final long SEED = 17;
    private static final double SURE = 2;
    private static final double NOISE = 1.2;
    private static final double TENTHS = 10;

    private final LabelArray truth;

    /** @param truth the class of each pixel, {@code [N, H, W]} */
    private MistakeScene(LabelArray truth) {
        this.truth = truth;
    }

    /** One image of 3 × 4 pixels with an object of class 1. */
    static MistakeScene twoClasses() {
        return of(Shape.of(1, 3, 4), 0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1);
    }

    /** One image of 2 × 4 pixels with classes 0, 1 and 2. */
    static MistakeScene threeClasses() {
        return of(Shape.of(1, 2, 4), 0, 0, 1, 2, 0, 1, 1, 2);
    }

    /** Two images of 1 × 4 pixels with classes 0, 1 and 2. */
    static MistakeScene twoPictures() {
        return of(Shape.of(2, 1, 4), 0, 1, 0, 0, 0, 1, 2, 1);
    }

    /** One image of 3 × 3 pixels with classes 0, 1 and 2, not symmetric. */
    static MistakeScene square() {
        return of(Shape.of(1, 3, 3), 0, 0, 1, 0, 1, 1, 2, 2, 2);
    }

    static MistakeScene of(Shape pixels, long... classes) {
        return new MistakeScene(LabelArray.ofLongs(LONG, pixels, classes));
    }

    Shape pixels() {
        return truth.shape();
    }

    /** The classes as labels of this type, {@code [N, H, W]}. */
    LabelArray labels(DType dtype) {
        return truth.to(dtype);
    }

    /** The classes with 255 where class 1 is and 0 elsewhere, as masks are stored: uint8 {@code [N, H, W]}. */
    LabelArray stored() {
        return LabelArray.ofLongs(DType.UINT8, pixels(), i -> truth.longAt(i) == 1 ? VOID : 0);
    }

    /** The classes with {@code value} instead at these pixels. */
    LabelArray with(DType dtype, long value, int... pixels) {
        return LabelArray.ofLongs(
                dtype, pixels(), i -> Arrays.stream(pixels).anyMatch(p -> p == i) ? value : truth.longAt(i));
    }

    /** Whether class 1 is at each pixel, {@code [N, 1, H, W]}. */
    LabelArray object(DType dtype) {
        return truth.to(dtype).reshape(pixels().insert(Nchw.CLASS_DIM, 1));
    }

    /** Logits of {@code channels} classes, {@code [N, C, H, W]}: about 2 at the right one and about −1 elsewhere. */
    Tensor logits(int channels) {
        SplittableRandom random = new SplittableRandom(SEED);
        Shape shape = pixels().insert(Nchw.CLASS_DIM, channels);
        Nchw layout = Nchw.of(shape);
        return Tensor.generate(shape, i -> {
            boolean isRight = truth.longAt(layout.pixelOf(i)) == layout.classOf(i);
            return rounded((isRight ? SURE : -1) + NOISE * random.nextGaussian());
        });
    }

    /** A logit for class 1 at each pixel, {@code [N, 1, H, W]}. */
    Tensor logit() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Tensor.generate(
                pixels().insert(Nchw.CLASS_DIM, 1),
                i -> rounded((truth.longAt(i) == 1 ? SURE : -SURE) + NOISE * random.nextGaussian()));
    }

    private static float rounded(double value) {
        return (float) (Math.rint(value * TENTHS) / TENTHS);
    }

    /** One channel with {@code BCEWithLogitsLoss}, the target float32 {@code [N, 1, H, W]}. */
    static Experiment binary(MistakeScene scene) {
        return experiment(scene.logit(), scene.object(DType.FLOAT32), LossKind.BCE_WITH_LOGITS_LOSS);
    }

    /** A channel for each of {@code channels} classes with {@code CrossEntropyLoss}. */
    static Experiment classes(MistakeScene scene, int channels) {
        return experiment(scene.logits(channels), scene.labels(LONG), LossKind.CROSS_ENTROPY_LOSS);
    }

    static Experiment experiment(Tensor logits, LabelArray labels, LossKind loss) {
        return new Experiment("", logits, labels, List.of(), new Recipe(NONE, loss), LossOptions.defaults(), List.of());
    }

    static Experiment ignoring(Experiment experiment, long ignoreIndex) {
        return experiment.withOptions(experiment.options().withIgnoreIndex(ignoreIndex));
    }

    static Experiment steps(Experiment experiment, EncodingStep... steps) {
        return experiment.withEncoding(List.of(steps));
    }

    static Experiment recipe(Experiment experiment, Activation activation, LossKind loss) {
        return experiment.withRecipe(new Recipe(activation, loss));
    }

    /** A mistake that consists in wrong {@code labels} alone. */
    static MistakePair replaced(Experiment right, LabelArray labels) {
        return new MistakePair(right.withLabels(labels), right);
    }

    /** A mistake that consists in missing encoding {@code steps} alone. */
    static MistakePair missing(Experiment wrong, EncodingStep... steps) {
        return new MistakePair(wrong, steps(wrong, steps));
    }
}
