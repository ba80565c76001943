package lossgrid.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.fixtures.Draw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DimOpsTest {
    private static final float[] VALUES = {
        0, -0f, 1, 2, 2.5f, -3, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY
    };

    /**
     * By the definition, along any dimension of small and of large slices; with few different values, so that the first
     * of equal ones is tested.
     */
    @ParameterizedTest
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void argmaxIsTheFirstLargest(long seed) {
        Draw draw = new Draw(seed);
        int width = draw.oneOf(1, 3, 15, 16, 17, 500, 1500);
        Shape shape = Shape.of(draw.between(1, 3), draw.between(1, 4), draw.between(1, 3), width);
        LabelArray labels = LabelArray.ofDoubles(
                draw.oneOf(DType.FLOAT32, DType.FLOAT64), shape, _ -> VALUES[draw.between(0, VALUES.length - 1)]);
        int dim = draw.between(0, 3);
        int stride = shape.stride(dim);
        int size = shape.dim(dim);
        LabelArray wanted = LabelArray.ofLongs(
                DType.INT64,
                shape.remove(dim),
                i -> first(labels, i / stride * size * stride + i % stride, size, stride));
        assertThat(DimOps.argmax(labels, dim)).as("%s of %s", dim, shape).isEqualTo(wanted);
    }

    private static int first(LabelArray labels, int start, int size, int stride) {
        int best = 0;
        for (int k = 1; k < size; k++) {
            double value = labels.doubleAt(start + k * stride);
            double top = labels.doubleAt(start + best * stride);
            best = value > top || (Double.isNaN(value) && !Double.isNaN(top)) ? k : best;
        }
        return best;
    }
}
