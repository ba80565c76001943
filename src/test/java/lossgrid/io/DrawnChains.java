package lossgrid.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.Activation;
import lossgrid.model.DrawnSteps;
import lossgrid.model.EncodingStep;
import lossgrid.model.Experiment;
import lossgrid.model.LossKind;
import lossgrid.model.LossOptions;
import lossgrid.model.Palette;
import lossgrid.model.Recipe;

/** Experiments whose labels need a chain of steps, which is right more often than not; the same for the same seed. */
final class DrawnChains {
    private static final int TEMPLATES = 12;
    private static final int IGNORED = 255;

    private final Random random;
    private final Shape logits;
    private final Shape pixels;
    private final List<EncodingStep> chain = new ArrayList<>();

    private DrawnChains(long seed) {
        random = new Random(seed);
        logits = Shape.of(1 + random.nextInt(2), 2 + random.nextInt(3), 2 + random.nextInt(3), 2 + random.nextInt(3));
        pixels = logits.remove(1);
    }

    static Experiment draw(long seed) {
        return new DrawnChains(seed).experiment((int) (seed % TEMPLATES));
    }

    private Experiment experiment(int template) {
        LabelArray labels = labels(template);
        DrawnSteps steps = new DrawnSteps(random);
        if (random.nextInt(2) == 0) {
            EncodingStep step = steps.next();
            boolean active = random.nextInt(3) == 0 || step instanceof EncodingStep.Skipped;
            chain.add(random.nextInt(chain.size() + 1), active ? step : new EncodingStep.Skipped(step));
        }
        boolean binary = template == 9;
        Shape shape = binary ? logits.with(1, 1) : logits;
        return new Experiment(
                "Chain " + template,
                Tensor.generate(shape, _ -> (float) (2 * random.nextGaussian())),
                labels,
                chain,
                new Recipe(new Activation.None(), binary ? LossKind.BCE_WITH_LOGITS_LOSS : LossKind.CROSS_ENTROPY_LOSS),
                // PyTorch refuses any ignore_index of probabilities but those below 0.
                template == 7 || template == 10
                        ? LossOptions.defaults()
                        : LossOptions.defaults().withIgnoreIndex(IGNORED),
                List.of());
    }

    private LabelArray labels(int template) {
        int classes = logits.dim(1);
        return switch (template) {
            case 0 -> {
                add(new EncodingStep.Threshold(127), new EncodingStep.Squeeze(1), toInt64());
                yield whole(DType.UINT8, logits.with(1, 1), 2, 255, 0);
            }
            case 1 -> {
                add(new EncodingStep.Divide(50, true), toInt64());
                yield whole(DType.UINT8, pixels, classes, 50, 0);
            }
            case 2 -> {
                add(new EncodingStep.Shift(-1), toInt64());
                yield whole(DType.INT16, pixels, classes, 1, 1);
            }
            case 3 -> {
                add(
                        new EncodingStep.Remap(
                                IntStream.range(0, classes)
                                        .mapToObj(c -> new EncodingStep.Remap.Entry(7L * c + 3, c))
                                        .toList(),
                                random.nextBoolean() ? (long) IGNORED : null),
                        toInt64());
                yield whole(DType.INT32, pixels, classes, 7, 3);
            }
            case 4 ->
                colors(new Palette("mine", KnownPalette.VOC.palette().entries().subList(0, classes)), 3);
            case 5 -> colors(KnownPalette.VOC.palette(), 4);
            case 6 -> {
                add(new EncodingStep.ArgMax(-1));
                yield real(Shape.of(logits.dim(0), logits.dim(2), logits.dim(3), classes));
            }
            case 7 -> {
                add(new EncodingStep.Permute(List.of(0, 3, 1, 2)));
                yield real(Shape.of(logits.dim(0), logits.dim(2), logits.dim(3), classes));
            }
            case 8 -> {
                add(new EncodingStep.Resize(logits.dim(2), logits.dim(3)));
                yield whole(DType.INT64, pixels.with(1, 7).with(2, 5), classes, 1, 0);
            }
            case 9 -> {
                add(new EncodingStep.Divide(255, false), new EncodingStep.Unsqueeze(1));
                yield whole(DType.UINT8, pixels, 2, 255, 0);
            }
            case 10 -> {
                add(
                        new EncodingStep.OneHot(classes),
                        new EncodingStep.Permute(List.of(0, 3, 1, 2)),
                        new EncodingStep.Cast(DType.FLOAT32));
                yield whole(DType.INT64, pixels, classes, 1, 0);
            }
            default -> {
                add(new EncodingStep.Select(1, -1), toInt64());
                yield whole(DType.FLOAT32, logits.with(1, 2), classes, 1, 0);
            }
        };
    }

    private void add(EncodingStep... steps) {
        chain.addAll(List.of(steps));
    }

    private static EncodingStep toInt64() {
        return new EncodingStep.Cast(DType.INT64);
    }

    /** {@code factor · c + offset} for random classes c. */
    private LabelArray whole(DType dtype, Shape shape, int classes, int factor, int offset) {
        return LabelArray.ofLongs(dtype, shape, _ -> (long) factor * random.nextInt(classes) + offset);
    }

    private LabelArray real(Shape shape) {
        return LabelArray.ofDoubles(DType.FLOAT32, shape, _ -> random.nextInt(8) / 8.0);
    }

    private LabelArray colors(Palette palette, int channels) {
        add(new EncodingStep.ColorsToIndices(palette, IGNORED));
        List<Palette.Entry> used = palette.entries().subList(0, logits.dim(1));
        int[] picked = IntStream.range(0, pixels.size())
                .map(_ -> used.get(random.nextInt(used.size())).rgb())
                .toArray();
        return LabelArray.ofLongs(
                DType.UINT8,
                pixels.insert(3, channels),
                i -> i % channels == 3 ? 128 : picked[i / channels] >> (16 - 8 * (i % channels)));
    }
}
