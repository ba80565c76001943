package lossgrid.model;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import org.jspecify.annotations.Nullable;

/** Draws documents that are large enough for a fused pass, and small edits of them that meet each other in the same cells. */
final class FollowedEdits {
    static final int IGNORED = 255;

    private static final Shape CLASSES = Shape.of(2, 5, 121, 131);
    private static final Shape[] BINARY = {Shape.of(2, 3, 121, 131), Shape.of(1, 1, 301, 299), Shape.of(3, 1, 163, 161)
    };
    private static final float[] HARD = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f, -1e4f, 0f, -0f, 90f, -95f, 17f
    };
    private static final float[] EDGES = {0f, 1f, Float.MIN_VALUE, 1e-40f, Float.MIN_NORMAL, Math.nextDown(1f)};
    private static final float[] TARGETS = {0f, 1f, -0.5f, 1.5f, Float.NaN, Float.POSITIVE_INFINITY, 0.3f};
    private static final float[] NO_PROBABILITIES = {-1e-9f, 1.5f, Float.NaN, Float.NEGATIVE_INFINITY};
    private static final DType[] BY_HAND = {
        DType.FLOAT32, DType.UINT8, DType.INT16, DType.INT32, DType.INT64, DType.FLOAT64
    };
    private static final long[] NO_CLASSES = {-1, 5, 254, Long.MAX_VALUE};
    private static final int CELLS = 60;

    /** What targets are. */
    private enum Kind {
        CLASSES,
        SHARES,
        BINARY
    }

    private final Recipe recipe;
    private final Kind kind;
    private final Random random;
    private final Shape shape;
    private final int[] cells;
    private final int[] pixels;

    FollowedEdits(Recipe recipe, long seed) {
        this.recipe = recipe;
        random = new Random(seed);
        kind = kind(recipe.loss(), random);
        shape = kind != Kind.BINARY
                ? CLASSES
                : recipe.loss().isBinary(2) ? BINARY[random.nextInt(BINARY.length)] : BINARY[1 + random.nextInt(2)];
        cells = cells(shape);
        pixels = cells(shape.remove(1));
    }

    private static Kind kind(LossKind loss, Random random) {
        return switch (loss) {
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS -> Kind.BINARY;
            case NLL_LOSS, CROSS_ENTROPY_LOSS -> Kind.CLASSES;
            case BY_HAND -> Kind.values()[random.nextInt(3)];
        };
    }

    /** Some anywhere, and all near the end, where PyTorch's loops leave elements over. */
    private int[] cells(Shape of) {
        return IntStream.concat(
                        IntStream.range(0, CELLS).map(_ -> random.nextInt(of.size())),
                        IntStream.range(of.size() - 20, of.size()))
                .toArray();
    }

    private boolean takesProbabilities() {
        return recipe.loss() == LossKind.BCE_LOSS && recipe.activation() instanceof Activation.None;
    }

    Experiment document(Reduction reduction) {
        boolean ofProbabilities = takesProbabilities();
        Tensor logits = Tensor.generate(shape, _ -> ofProbabilities ? random.nextFloat() : 9 * random.nextFloat() - 6);
        LossOptions options = LossOptions.defaults().withReduction(reduction).withIgnoreIndex(IGNORED);
        // Classes 0 and 1 weigh the same.
        Tensor weight = Tensor.vector(0.3f, 0.3f, 2, 0, 3);
        options = switch (kind) {
            case BINARY -> options.withWeight(broadcasting()).withPosWeight(broadcasting());
            case CLASSES, SHARES -> random.nextBoolean() ? options.withWeight(weight) : options;
        };
        options = random.nextBoolean() ? options.withLabelSmoothing(0.1) : options;
        return new Experiment("many", logits, labels(), List.of(), recipe, options, List.of());
    }

    /** Steps before the target: labels of another type and shape, from which they give classes and what is ignored. */
    Experiment encoded(Experiment before) {
        LabelArray raw = before.labels().reshape(shape.remove(1).insert(3, 1)).to(DType.INT16);
        List<EncodingStep> steps = List.of(
                new EncodingStep.Squeeze(3),
                new EncodingStep.Skipped(new EncodingStep.ArgMax(1)),
                new EncodingStep.Shift(7),
                new EncodingStep.Divide(1, true),
                new EncodingStep.Remap(List.of(new EncodingStep.Remap.Entry(12, IGNORED + 7)), null),
                new EncodingStep.Shift(-7),
                new EncodingStep.Unsqueeze(1),
                new EncodingStep.Cast(DType.INT64),
                new EncodingStep.Squeeze(1));
        return new Experiment(
                before.title(), before.logits(), raw, steps, before.recipe(), before.options(), before.classes());
    }

    private LabelArray labels() {
        return switch (kind) {
            case BINARY -> {
                // Whole numbers are for the formula by hand.
                DType dtype =
                        recipe.loss() == LossKind.BY_HAND ? BY_HAND[random.nextInt(BY_HAND.length)] : DType.FLOAT32;
                yield LabelArray.ofDoubles(dtype, shape, _ -> random.nextFloat() * 2.5f - 0.25f);
            }
            case SHARES -> LabelArray.ofDoubles(DType.FLOAT32, shape, _ -> random.nextFloat() / 2);
            case CLASSES -> {
                boolean ignoring = random.nextBoolean();
                yield LabelArray.ofLongs(
                        DType.INT64,
                        shape.remove(1),
                        _ -> ignoring && random.nextInt(9) == 0 ? IGNORED : random.nextInt(5));
            }
        };
    }

    private @Nullable Tensor broadcasting() {
        Shape of =
                switch (random.nextInt(5)) {
                    case 0 -> Shape.of(shape.dim(1), 1, 1);
                    case 1 -> shape;
                    case 2 -> Shape.of(shape.dim(3));
                    case 3 -> Shape.of(shape.dim(0), 1, shape.dim(2), 1);
                    default -> null;
                };
        return of == null ? null : Tensor.generate(of, _ -> 3 * random.nextFloat());
    }

    /** Changes logits, targets or both; now and then into what the loss refuses, where it refuses anything. */
    Experiment edited(Experiment before) {
        Experiment out = before;
        int which = random.nextInt(3);
        if (which != 1) {
            out = out.withLogits(logits(out));
        }
        if (which != 0) {
            out = out.withLabels(kind == Kind.CLASSES ? classes(out) : targets(out.labels()));
        }
        return out;
    }

    private Tensor logits(Experiment before) {
        int[] some = some(cells);
        boolean refused = random.nextInt(4) == 0;
        float[] values = new float[some.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = takesProbabilities() ? probability(refused) : logit(refused);
        }
        return before.logits().with(some, Tensor.vector(values));
    }

    private float probability(boolean refused) {
        if (refused) {
            return NO_PROBABILITIES[random.nextInt(NO_PROBABILITIES.length)];
        }
        return random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextFloat();
    }

    /** NaN does not pass a sigmoid into {@code BCELoss}. */
    private float logit(boolean refused) {
        float hard = HARD[random.nextInt(HARD.length)];
        boolean mayBeHard = recipe.loss() != LossKind.BCE_LOSS || refused || Float.isFinite(hard);
        return random.nextInt(3) == 0 && mayBeHard ? hard : 9 * random.nextFloat() - 6;
    }

    private LabelArray targets(LabelArray before) {
        int[] some = some(cells);
        float[] values = new float[some.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? TARGETS[random.nextInt(TARGETS.length)] : random.nextFloat();
        }
        return before.with(some, Tensor.vector(values).toLabels());
    }

    /** Other classes, of the same weight now and then, so that the mean divides by the same number; ignored pixels then stay ignored. */
    private LabelArray classes(Experiment before) {
        LabelArray labels = before.labels();
        boolean weighted = before.options().weight() != null;
        int[] some = some(pixels);
        boolean refused = random.nextInt(3) == 0;
        boolean weighsTheSame = random.nextInt(3) == 0;
        return labels.with(some, LabelArray.ofLongs(DType.INT64, Shape.of(some.length), i -> {
            long label = labels.longAt(some[i]);
            if (refused && i == 0) {
                return NO_CLASSES[random.nextInt(NO_CLASSES.length)];
            }
            if (!weighsTheSame) {
                return random.nextInt(4) == 0 ? IGNORED : random.nextInt(5);
            }
            if (label < 0 || label >= 5) {
                return label == IGNORED ? IGNORED : random.nextInt(2);
            }
            return !weighted ? random.nextInt(5) : label < 2 ? random.nextInt(2) : label;
        }));
    }

    private int[] some(int[] of) {
        return random.ints(1 + random.nextInt(12), 0, of.length)
                .map(i -> of[i])
                .distinct()
                .toArray();
    }
}
