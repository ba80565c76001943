package lossgrid.core;

import java.util.Arrays;
import java.util.Optional;

/**
 * A fused pass over classes that can be continued.
 *
 * @param own what a target's own class has of the gradient, for weight 1
 * @param even what every class has of it with label smoothing
 */
record ClassPass(ClassTargets targets, Blocks blocks, float own, float even) implements FusedPass {
    @Override
    public Optional<ActivatedLoss> after(ActivatedLoss before, Tensor logits, LabelArray target, int[] pixels) {
        ClassTargets next = targets.with(target);
        return Arrays.stream(pixels).allMatch(pixel -> next.countsAs(targets, pixel))
                ? Optional.of(new ClassPass(next, blocks, own, even).follow(before, logits, pixels))
                : Optional.empty();
    }

    private ActivatedLoss follow(ActivatedLoss before, Tensor logits, int[] pixels) {
        ExactPixel exact = new ExactPixel(new ClassPlanes(logits, null, null, targets), own, even);
        LossResult earlier = before.loss();
        Tensor earlierSlope = earlier.slope();
        float[][] probabilities = new float[pixels.length][];
        float[][] losses = new float[pixels.length][];
        float[][] slopes = new float[pixels.length][];
        for (int i = 0; i < pixels.length; i++) {
            int n = pixels[i] / blocks.planeSize();
            int cell = pixels[i] % blocks.planeSize();
            int label = targets.label(pixels[i]);
            probabilities[i] = exact.softmax(n, cell).clone();
            exact.logSoftmax(n, cell);
            losses[i] = new float[] {exact.loss(targets, label, cell)};
            slopes[i] = earlierSlope == null
                    ? new float[0]
                    : exact.gradient(targets, label, cell).clone();
        }
        Tensor lossPerPixel = earlier.lossPerPixel().patched(pixels, losses);
        BlockLedger ledger = targets.ledger().recounted(blocks, pixels, lossPerPixel);
        double numerator = ledger.numerator();
        LossResult loss = new LossResult(
                earlier.dtype(),
                earlier.reduction(),
                lossPerPixel,
                earlier.weightPerPixel(),
                earlier.counted(),
                numerator,
                earlier.denominator(),
                (float) (numerator / earlier.denominator()),
                earlierSlope == null ? null : earlierSlope.patched(pixels, slopes));
        ClassPass next = new ClassPass(targets.with(ledger), blocks, own, even);
        return new ActivatedLoss(before.probabilities().patched(pixels, probabilities), loss, next);
    }
}
