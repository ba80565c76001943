package lossgrid.core.loss;

import java.util.Arrays;
import lossgrid.core.math.RowMath;
import lossgrid.core.math.RowSum;

/**
 * One thread of a fused pass over classes, with the scratch for a block of pixels: a row for each class, and some for
 * all.
 */
final class ClassWorker implements Blocks.Worker {
    /** The least power of two that a float holds in full, and room for a sum. */
    private static final int LEAST_POWER = -124;

    private final ClassPlanes planes;
    private final ExactPixel exact;
    private final ClassLosses losses;
    private final ClassTargets.Rows targetRows;
    private final RowMath.Pipe pipe;
    private final int classes;
    private final RowSum total;
    private final float[][] x;
    /** The exponentials; the same rows as x where x is no longer needed. */
    private final float[][] e;

    private final float[] max;
    private final float[] sum;
    private final float[] log;
    private final float[] row;
    private final float[] loss;

    ClassWorker(ClassPlanes planes, int width) {
        this.planes = planes;
        classes = planes.classes();
        exact = new ExactPixel(planes);
        pipe = new RowMath.Pipe(width, LEAST_POWER + Integer.SIZE - Integer.numberOfLeadingZeros(classes));
        x = new float[classes][width];
        e = planes.readsTwice() ? new float[classes][width] : x;
        max = new float[width];
        sum = new float[width];
        log = new float[width];
        row = new float[width];
        loss = new float[width];
        targetRows = new ClassTargets.Rows(width);
        losses = new ClassLosses(planes, width);
        total = new RowSum(width);
    }

    @Override
    public void work(int block, int n, int start, int count) {
        ClassTargets targets = planes.targets();
        load(n, start, count);
        if (targets != null && !targets.read(block, planes.logits().shape().element(n, start), count, targetRows)) {
            return;
        }
        LogSums sums = planes.sums();
        if (sums != null) {
            sums.labels(n, start, targetRows.label, count);
        }
        if (targets != null) {
            ClassLosses.gather(x, targetRows.label, loss, count);
        }
        exponentiate();
        boolean ordinary = pipe.isOrdinary();
        if (ordinary) {
            storeActivations(n, start, count);
            if (targets != null) {
                losses.loss(targets, x, max, log, loss, targetRows, count);
            }
        }
        exactly(ordinary ? Math.max(start, planes.planeSize() - planes.leftOver()) : start, n, start, count);
        if (targets != null) {
            System.arraycopy(loss, 0, targets.loss()[n], start, count);
            targets.ledger().numerator(block, total.of(loss, count));
        }
    }

    /** Copies the block, whose rows end with zeros if it is short, and finds the greatest logit of each pixel. */
    private void load(int n, int start, int count) {
        for (int c = 0; c < classes; c++) {
            planes.load(n * classes + c, start, x[c], count);
            Arrays.fill(x[c], count, x[c].length, 0f);
            if (c == 0) {
                System.arraycopy(x[0], 0, max, 0, max.length);
            } else {
                RowMath.max(max, x[c]);
            }
        }
    }

    private void exponentiate() {
        pipe.clear();
        Arrays.fill(sum, 0f);
        for (int c = 0; c < classes; c++) {
            pipe.exp(e[c], x[c], max, sum);
        }
        pipe.logOfSums(log, sum, classes);
    }

    private void storeActivations(int n, int start, int count) {
        float[][] probabilities = planes.probabilities();
        if (probabilities != null) {
            for (int c = 0; c < classes; c++) {
                RowMath.quotients(row, e[c], sum);
                System.arraycopy(row, 0, probabilities[n * classes + c], start, count);
            }
        }
        float[][] logProbabilities = planes.logProbabilities();
        if (logProbabilities != null) {
            for (int c = 0; c < classes; c++) {
                RowMath.minus(row, x[c], max, log);
                System.arraycopy(row, 0, logProbabilities[n * classes + c], start, count);
            }
        }
        LogSums sums = planes.sums();
        if (sums != null) {
            System.arraycopy(max, 0, sums.max()[n], start, count);
            System.arraycopy(log, 0, sums.log()[n], start, count);
        }
        SoftmaxView view = planes.view();
        if (view != null) {
            System.arraycopy(max, 0, view.max()[n], start, count);
            System.arraycopy(sum, 0, view.sum()[n], start, count);
        }
    }

    private void exactly(int from, int n, int start, int count) {
        ClassTargets targets = planes.targets();
        for (int cell = from; cell < start + count; cell++) {
            exact.activate(n, cell);
            if (targets != null) {
                loss[cell - start] = exact.loss(targets, targetRows.label[cell - start], cell);
            }
        }
    }
}
