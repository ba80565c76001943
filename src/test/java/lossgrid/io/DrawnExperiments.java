package lossgrid.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.model.Activation;
import lossgrid.model.EncodingStep;
import lossgrid.model.Experiment;
import lossgrid.model.LossKind;
import lossgrid.model.LossOptions;
import lossgrid.model.Recipe;
import org.jspecify.annotations.Nullable;

/** Experiments of every kind, right and wrong, drawn from a seed. */
final class DrawnExperiments {
    private static final float[] ODD_LOGITS = {0f, -0f, 20f, -20f, 1e-30f, Float.NaN, Float.POSITIVE_INFINITY};

    private final Random random;

    private DrawnExperiments(long seed) {
        random = new Random(seed);
    }

    static Experiment draw(long seed) {
        return new DrawnExperiments(seed).experiment(seed);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    private Experiment experiment(long seed) {
        Shape shape =
                Shape.of(1 + random.nextInt(2), 1 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(4));
        boolean odd = oneIn(6);
        Tensor logits = Tensor.generate(
                shape,
                _ -> odd && oneIn(6)
                        ? ODD_LOGITS[random.nextInt(ODD_LOGITS.length)]
                        : (float) (2.5 * random.nextGaussian()));
        Recipe recipe = new Recipe(activation(), pick(LossKind.values()));
        List<EncodingStep> encoding = new ArrayList<>();
        LossOptions options = options(recipe.loss(), shape);
        LabelArray labels = recipe.loss().isBinary(shape.dim(1))
                ? binaryLabels(shape, encoding)
                : classLabels(shape, options.ignoreIndex(), encoding);
        return new Experiment(
                "Seed " + seed + "\n“drawn”", logits, labels, encoding, recipe, options, List.of("a", "猫"));
    }

    private Activation activation() {
        int dim = oneIn(12) ? 4 : oneIn(3) ? random.nextInt(4) - 4 : 1;
        return switch (random.nextInt(4)) {
            case 0 -> new Activation.None();
            case 1 -> new Activation.Sigmoid();
            case 2 -> new Activation.Softmax(dim);
            default -> new Activation.LogSoftmax(dim);
        };
    }

    private LabelArray binaryLabels(Shape shape, List<EncodingStep> encoding) {
        DType dtype = oneIn(2) ? DType.FLOAT32 : pick(DType.values());
        Shape own = oneIn(8) ? shape.remove(1) : shape;
        if (own.rank() < shape.rank() && oneIn(2)) {
            encoding.add(new EncodingStep.Unsqueeze(1));
        }
        if (dtype != DType.FLOAT32 && oneIn(2)) {
            encoding.add(new EncodingStep.Cast(DType.FLOAT32));
        }
        boolean soft = oneIn(3);
        int most = oneIn(6) || (dtype == DType.UINT8 && oneIn(2)) ? 255 : 1;
        return dtype.isFloatingPoint() && soft
                ? LabelArray.ofDoubles(dtype, own, _ -> random.nextDouble())
                : LabelArray.ofLongs(dtype, own, _ -> oneIn(2) ? most : 0);
    }

    private LabelArray classLabels(Shape shape, long ignoreIndex, List<EncodingStep> encoding) {
        int classes = shape.dim(1);
        if (oneIn(5)) {
            DType dtype = oneIn(4) ? DType.INT64 : oneIn(2) ? DType.FLOAT64 : DType.FLOAT32;
            return LabelArray.ofDoubles(dtype, shape, _ -> random.nextDouble());
        }
        DType dtype = oneIn(3) ? pick(DType.values()) : DType.INT64;
        boolean withChannel = oneIn(3);
        Shape own = withChannel ? shape.with(1, 1) : shape.remove(1);
        if (withChannel && oneIn(2)) {
            encoding.add(new EncodingStep.Squeeze(oneIn(2) ? null : 1));
        }
        if (dtype != DType.INT64 && !oneIn(3)) {
            encoding.add(new EncodingStep.Cast(DType.INT64));
        }
        if (oneIn(10)) {
            encoding.add(new EncodingStep.OneHot(oneIn(2) ? -1 : classes));
        }
        int wrong = oneIn(8) ? classes : 0;
        int ignored = oneIn(3) ? 3 : 0;
        return LabelArray.ofLongs(
                dtype,
                own,
                _ -> ignored > 0 && oneIn(ignored) ? ignoreIndex : random.nextInt(classes + (wrong > 0 ? 1 : 0)));
    }

    private LossOptions options(LossKind loss, Shape shape) {
        boolean perClass = !loss.isBinary(shape.dim(1));
        return new LossOptions(
                pick(Reduction.values()),
                oneIn(3) ? 255 : oneIn(6) ? 0 : LossOptions.DEFAULT_IGNORE_INDEX,
                oneIn(2) ? null : perClass ? classWeight(shape.dim(1)) : broadcast(shape),
                oneIn(2) ? null : broadcast(shape),
                oneIn(3) ? oneIn(8) ? 1.5 : 0.1 : 0);
    }

    private Tensor classWeight(int classes) {
        return positive(Shape.of(oneIn(8) ? classes + 1 : classes));
    }

    private @Nullable Tensor broadcast(Shape shape) {
        return switch (random.nextInt(5)) {
            case 0 -> positive(Shape.of(1));
            case 1 -> positive(Shape.of(shape.dim(1), 1, 1));
            case 2 -> positive(shape);
            case 3 -> positive(Shape.of(shape.dim(3)));
            default -> positive(Shape.of(shape.dim(1)));
        };
    }

    private Tensor positive(Shape shape) {
        return Tensor.generate(shape, _ -> 0.25f + 2 * random.nextFloat());
    }
}
