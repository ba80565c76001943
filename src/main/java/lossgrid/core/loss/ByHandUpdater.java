package lossgrid.core.loss;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Tensor;

/** The state of a pass of a hand-written loss, from which changed pixels are updated. */
record ByHandUpdater(ByHandTerms terms, Blocks blocks, BlockLedger ledger) implements LossUpdater {
    @Override
    public Optional<ActivatedLoss> after(ActivatedLoss before, Tensor q, LabelArray target, int[] pixels) {
        ByHandTerms next = terms.with(target);
        return isTaken(next, pixels) ? Optional.of(follow(before.loss(), q, next, pixels)) : Optional.empty();
    }

    private boolean isTaken(ByHandTerms next, int[] pixels) {
        return switch (next) {
            case ByHandBinary _ -> true;
            case ByHandClasses classes ->
                Arrays.stream(pixels).allMatch(i -> classes.isTaken(i / blocks.planeSize(), i % blocks.planeSize()));
        };
    }

    private ActivatedLoss follow(LossResult before, Tensor q, ByHandTerms next, int[] pixels) {
        Tensor losses = PixelColumns.replaced(before.lossPerPixel(), pixels, (n, cell, out) -> {
            for (int c = 0; c < out.length; c++) {
                out[c] = next.loss(q, n * out.length + c, cell);
            }
        });
        Tensor weights = weights(before.weightPerPixel(), next, pixels);
        int[] elements = PixelIndices.elements(pixels, losses.shape());
        BlockLedger added = weighed(weights, next, pixels).recounted(blocks, elements, losses);
        double denominator = before.reduction() == Reduction.MEAN ? added.weight() : 1;
        Tensor gradient = gradient(before, q, next, pixels, denominator);
        return new ActivatedLoss(
                q, before.following(losses, weights, added, gradient), new ByHandUpdater(next, blocks, added));
    }

    private Tensor weights(Tensor earlier, ByHandTerms next, int[] pixels) {
        return switch (next) {
            case ByHandBinary _ -> earlier;
            case ByHandClasses classes ->
                PixelColumns.replaced(earlier, pixels, (n, cell, out) -> out[0] = classes.weight(n, cell));
        };
    }

    private BlockLedger weighed(Tensor weights, ByHandTerms next, int[] pixels) {
        return terms instanceof ByHandClasses then && next instanceof ByHandClasses now
                ? ledger.weighedAnew(blocks, pixels, weights, more(then, now))
                : ledger;
    }

    private IntUnaryOperator more(ByHandClasses then, ByHandClasses now) {
        return pixel -> {
            int n = pixel / blocks.planeSize();
            int cell = pixel % blocks.planeSize();
            return (now.counts(n, cell) ? 1 : 0) - (then.counts(n, cell) ? 1 : 0);
        };
    }

    private Tensor gradient(LossResult before, Tensor q, ByHandTerms next, int[] pixels, double denominator) {
        if (Double.compare(before.denominator(), denominator) != 0) {
            return new Tensor(new ByHandSlopeView(next, q, denominator));
        }
        return PixelColumns.replaced(before.gradient(), pixels, (n, cell, out) -> {
            for (int c = 0; c < out.length; c++) {
                int plane = n * out.length + c;
                out[c] = next.slope(q.inPlane(plane, cell), plane, cell, denominator);
            }
        });
    }
}
