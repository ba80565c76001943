package lossgrid.core.loss;

import lossgrid.core.array.DType;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.RowSum;

/**
 * {@link ByHandLosses} over blocks of losses on all cores: bit for bit the same, except for the order in which all
 * losses are added up.
 */
final class FusedByHand {
    /** Scratch rows, with those of other arrays that share the cache. */
    private static final int ROWS = 8;

    private FusedByHand() {}

    static ActivatedLoss of(Tensor q, ByHandTerms terms, Reduction reduction) {
        Shape shape =
                switch (terms) {
                    case ByHandBinary _ -> q.shape();
                    case ByHandClasses _ -> q.shape().remove(Nchw.CLASS_DIM);
                };
        Blocks blocks = Blocks.of(shape.size() / shape.planeSize(), shape.planeSize(), ROWS);
        BlockLedger ledger = new BlockLedger(blocks.count());
        float[][] loss = FusedClasses.planes(shape);
        Tensor weights =
                switch (terms) {
                    case ByHandBinary binary -> binary(q, binary, blocks, ledger, loss);
                    case ByHandClasses classes -> classes(q, classes, blocks, ledger, loss);
                };
        double numerator = ledger.numerator();
        double denominator = reduction == Reduction.MEAN ? ledger.weight() : 1;
        LossResult result = new LossResult(
                DType.FLOAT32,
                reduction,
                new Tensor(shape, loss),
                weights,
                ledger.counted(),
                numerator,
                denominator,
                (float) (numerator / denominator),
                new Tensor(new ByHandSlopeView(terms, q, denominator)));
        return new ActivatedLoss(q, result, new ByHandUpdater(terms, blocks, ledger));
    }

    private static Blocks.Worker losses(
            Tensor q, ByHandTerms terms, Blocks blocks, BlockLedger ledger, float[][] loss) {
        float[] row = new float[blocks.width()];
        RowSum total = new RowSum(blocks.width());
        return (block, plane, start, count) -> {
            for (int j = 0; j < count; j++) {
                row[j] = terms.loss(q, plane, start + j);
            }
            System.arraycopy(row, 0, loss[plane], start, count);
            ledger.numerator(block, total.of(row, count));
        };
    }

    /** The mean divides by the number of losses. */
    private static Tensor binary(Tensor q, ByHandBinary terms, Blocks blocks, BlockLedger ledger, float[][] loss) {
        blocks.run(() -> {
            Blocks.Worker losses = losses(q, terms, blocks, ledger, loss);
            return (block, plane, start, count) -> {
                ledger.weights(block, count, count);
                losses.work(block, plane, start, count);
            };
        });
        return terms.weights().expanded();
    }

    private static Tensor classes(Tensor q, ByHandClasses terms, Blocks blocks, BlockLedger ledger, float[][] loss) {
        Shape shape = q.shape().remove(Nchw.CLASS_DIM);
        float[][] weights = FusedClasses.planes(shape);
        blocks.run(() -> {
            Blocks.Worker losses = losses(q, terms, blocks, ledger, loss);
            float[] row = new float[blocks.width()];
            RowSum total = new RowSum(blocks.width());
            return (block, n, start, count) -> {
                int counted = 0;
                for (int j = 0; j < count; j++) {
                    row[j] = terms.weight(n, start + j);
                    counted += terms.counts(n, start + j) ? 1 : 0;
                }
                System.arraycopy(row, 0, weights[n], start, count);
                ledger.weights(block, total.of(row, count), counted);
                losses.work(block, n, start, count);
            };
        });
        return new Tensor(shape, weights);
    }
}
