package lossgrid.core;

import java.util.Arrays;
import java.util.Optional;

/** A fused pass over classes that can be continued. */
record ClassPass(ClassTargets targets, Blocks blocks, ClassSlopes slopes) implements FusedPass {
    @Override
    public Optional<ActivatedLoss> after(ActivatedLoss before, Tensor logits, LabelArray target, int[] pixels) {
        ClassTargets next = targets.with(target);
        return Arrays.stream(pixels).allMatch(pixel -> next.countsAs(targets, pixel))
                ? Optional.of(new ClassPass(next, blocks, slopes).follow(before, logits, pixels))
                : Optional.empty();
    }

    private ActivatedLoss follow(ActivatedLoss before, Tensor logits, int[] pixels) {
        ExactPixel exact = new ExactPixel(new ClassPlanes(logits, null, null, targets, null));
        LossResult earlier = before.loss();
        Tensor earlierSlope = earlier.slope();
        float[][] probabilities = new float[pixels.length][];
        float[][] losses = new float[pixels.length][];
        float[][] gradient = new float[pixels.length][];
        for (int i = 0; i < pixels.length; i++) {
            int n = pixels[i] / blocks.planeSize();
            int cell = pixels[i] % blocks.planeSize();
            int label = targets.label(pixels[i]);
            probabilities[i] = exact.softmax(n, cell).clone();
            exact.logSoftmax(n, cell);
            losses[i] = new float[] {exact.loss(targets, label, cell)};
            gradient[i] = earlierSlope == null ? new float[0] : exact.gradient(slopes, label, cell);
        }
        Tensor lossPerPixel = earlier.lossPerPixel().patched(pixels, losses);
        BlockLedger ledger = targets.ledger().recounted(blocks, pixels, lossPerPixel);
        LossResult loss = earlier.following(
                lossPerPixel, ledger.numerator(), earlierSlope == null ? null : earlierSlope.patched(pixels, gradient));
        ClassPass next = new ClassPass(targets.with(ledger), blocks, slopes);
        Tensor activated = before.activated();
        return new ActivatedLoss(activated == null ? null : activated.patched(pixels, probabilities), loss, next);
    }
}
