package lossgrid.core.loss;

import java.util.Arrays;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.math.FloatMath;
import lossgrid.core.math.RowMath;

/** {@code e^x} in one pass over blocks of cells; bit for bit {@link FloatMath#exp}. */
final class FusedExp {
    /** The largest x for which both {@code e^x} and {@code e^-x} are normal floats. */
    private static final float LARGEST = 87f;
    /** Rows of scratch. */
    private static final int ROWS = 8;

    private FusedExp() {}

    static Tensor exp(Tensor input) {
        Shape shape = input.shape();
        float[][] out = Blocks.copy(input);
        Blocks blocks = Blocks.of(shape.size() / shape.planeSize(), shape.planeSize(), ROWS);
        blocks.run(() -> {
            float[] row = new float[blocks.width()];
            float[] zeros = new float[blocks.width()];
            RowMath.Pipe pipe = new RowMath.Pipe(blocks.width(), Integer.MIN_VALUE);
            return (_, plane, start, count) -> {
                System.arraycopy(out[plane], start, row, 0, count);
                Arrays.fill(row, count, row.length, 0f);
                if (greatestMagnitude(row) <= LARGEST) {
                    pipe.exp(row, row, zeros);
                } else {
                    each(row);
                }
                System.arraycopy(row, 0, out[plane], start, count);
            };
        });
        return new Tensor(shape, out);
    }

    /** The greatest magnitude; NaN if there is one. */
    private static float greatestMagnitude(float[] numbers) {
        float greatest = 0;
        for (float number : numbers) {
            greatest = Math.max(greatest, Math.abs(number));
        }
        return greatest;
    }

    private static void each(float[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = FloatMath.exp(row[j]);
        }
    }
}
