package lossgrid.core.loss;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import lossgrid.core.math.FloatMath;
import lossgrid.core.math.LogRows;
import lossgrid.core.math.RowSum;

/** One thread of the pass over logits: the sigmoid and, where there are targets, its loss. */
final class BinaryWorker implements Blocks.Worker {
    private static final int LEAST_POWER = -124;

    private final BinaryPlanes planes;
    private final RowSum total;
    private final float[] x;
    private final float[] y;
    private final float[] w;
    private final float[] pw;
    private final float[] power;
    private final float[] log;
    private final float[] sigmoid;
    private final float[] out;
    private final LogRows logs;
    private final int[] bits;
    private final int[] bitsOfMagnitude;
    private final MemorySegment powerBytes;
    private final MemorySegment bitsBytes;
    private final MemorySegment magnitudeBytes;

    BinaryWorker(BinaryPlanes planes, int width) {
        this.planes = planes;
        total = new RowSum(width);
        x = new float[width];
        y = new float[width];
        w = new float[width];
        pw = new float[width];
        power = new float[width];
        log = new float[width];
        sigmoid = new float[width];
        out = new float[width];
        logs = new LogRows(width);
        bits = new int[width];
        bitsOfMagnitude = new int[width];
        powerBytes = MemorySegment.ofArray(power);
        bitsBytes = MemorySegment.ofArray(bits);
        magnitudeBytes = MemorySegment.ofArray(bitsOfMagnitude);
        Arrays.fill(w, 1f);
    }

    @Override
    public void work(int block, int plane, int start, int count) {
        System.arraycopy(planes.probabilities()[plane], start, x, 0, count);
        Arrays.fill(x, count, x.length, 0f);
        boolean hasTargets = planes.targets() != null;
        boolean ordinary = activate(hasTargets);
        int first = planes.logits().shape().element(plane, start);
        for (int j = ordinary ? Math.max(0, planes.leftOver() - first) : 0; j < count; j++) {
            sigmoid[j] =
                    first + j < planes.leftOver() ? 1f / (1f + FloatMath.exp(-x[j])) : ActivationMath.sigmoid(x[j]);
        }
        for (int j = 0; j < count && !ordinary; j++) {
            log[j] = BinaryLosses.logOfExponentials(x[j], Math.max(-x[j], 0f));
        }
        System.arraycopy(sigmoid, 0, planes.probabilities()[plane], start, count);
        BinaryPlanes.Targets targets = planes.targets();
        if (targets != null) {
            loss(targets, block, plane, start, count);
        }
    }

    /** Whether the vectorized loops give the right numbers, which fails where exponentials are very small. */
    private boolean activate(boolean hasTargets) {
        int signs = BinaryRows.powers(x, bits, bitsOfMagnitude, LEAST_POWER);
        powerBytes.copyFrom(bitsBytes);
        BinaryRows.sigmoids(sigmoid, x, power);
        if (hasTargets) {
            powerBytes.copyFrom(magnitudeBytes);
            BinaryRows.exponentialsOfMagnitude(out, x, power);
            logs.ofOnePlus(log, out);
        }
        return signs >= 0;
    }

    private void loss(BinaryPlanes.Targets targets, int block, int plane, int start, int count) {
        System.arraycopy(targets.loss()[plane], start, y, 0, count);
        if (!targets.weights().isOnes()) {
            targets.weights().copy(plane, start, count, w);
        }
        BroadcastRows positives = targets.positives();
        if (positives == null) {
            BinaryRows.loss(out, x, y, w, log);
        } else {
            positives.copy(plane, start, count, pw);
            BinaryRows.loss(out, x, y, w, pw, log);
        }
        System.arraycopy(out, 0, targets.loss()[plane], start, count);
        targets.ledger().numerator(block, total.of(out, count));
        if (positives == null) {
            BinaryRows.slope(out, sigmoid, y, w, targets.denominator());
        } else {
            BinaryRows.slope(out, sigmoid, y, w, pw, targets.denominator());
        }
        System.arraycopy(out, 0, targets.gradient()[plane], start, count);
    }
}
