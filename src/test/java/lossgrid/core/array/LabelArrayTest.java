package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelArrayTest {
    private static final Shape GRID = Shape.of(2, 2, 2);

    private static LabelArray counting(DType dtype) {
        return LabelArray.ofLongs(dtype, GRID, i -> i);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void anEditLeavesTheOriginal(DType dtype) {
        LabelArray labels = LabelArray.ofLongs(dtype, GRID, i -> 0);
        LabelArray edited = labels.with(5, new Scalar.Whole(1)).with(6, new Scalar.Real(1));
        for (int i = 0; i < 8; i++) {
            assertThat(labels.doubleAt(i)).isZero();
            assertThat(edited.doubleAt(i)).isEqualTo(i == 5 || i == 6 ? 1 : 0);
        }
        assertThat(edited.dtype()).isEqualTo(dtype);
    }

    @Test
    void anEditIsCastToTheTypeOfTheLabels() {
        LabelArray labels = counting(DType.UINT8);
        assertThat(labels.with(0, new Scalar.Whole(-1)).longAt(0)).isEqualTo(255);
        assertThat(labels.with(0, new Scalar.Real(300.5)).longAt(0)).isEqualTo(44);
        assertThat(counting(DType.BOOL).with(0, new Scalar.Real(0.5)).longAt(0)).isEqualTo(1);
    }

    @Test
    void int64IsExact() {
        long label = (1L << 53) + 1;
        LabelArray labels = counting(DType.INT64).with(0, new Scalar.Whole(label));
        assertThat(labels.longAt(0)).isEqualTo(label);
        assertThat(labels.at(0)).isEqualTo(new Scalar.Whole(label));
        assertThat(labels).isNotEqualTo(labels.with(0, new Scalar.Whole(label - 1)));
    }

    @Test
    void aReshapeSharesAllData() {
        LabelArray labels = counting(DType.INT64);
        LabelArray back = labels.reshape(Shape.of(8)).reshape(GRID);
        assertThat(back.sameStorage(labels)).isTrue();
        assertThat(labels.reshape(Shape.of(8)).sameStorage(labels))
                .as("another shape")
                .isFalse();
        assertThat(labels.with(0, new Scalar.Whole(0)).sameStorage(labels))
                .as("a copy")
                .isFalse();
        assertThat(labels.reshape(Shape.of(1, 8)).with(3, new Scalar.Whole(9)).longAt(3))
                .isEqualTo(9);
        assertThatThrownBy(() -> labels.reshape(Shape.of(7))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalsByTypeShapeAndElements() {
        assertThat(counting(DType.INT64)).isEqualTo(counting(DType.INT64)).hasSameHashCodeAs(counting(DType.INT64));
        assertThat(counting(DType.INT64)).isNotEqualTo(counting(DType.INT32));
        assertThat(counting(DType.INT64)).isNotEqualTo(counting(DType.INT64).reshape(Shape.of(8)));
        LabelArray nan = LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1), Double.NaN);
        assertThat(nan).isEqualTo(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1), Double.NaN));
        assertThat(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1), 0.0))
                .isNotEqualTo(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1), -0.0));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void oneElementMakesTheDifference(DType dtype) {
        LabelArray zeros = LabelArray.ofLongs(dtype, Shape.of(2, 3, 5), _ -> 0);
        LabelArray inOneChunk =
                LabelArray.ofLongs(dtype, Shape.of(30, 1, 1), _ -> 0).reshape(zeros.shape());
        assertThat(inOneChunk).isEqualTo(zeros);
        for (int i = 0; i < zeros.size(); i++) {
            LabelArray other = zeros.with(i, new Scalar.Whole(1));
            assertThat(other).isNotEqualTo(zeros).isNotEqualTo(inOneChunk);
            assertThat(PixelIndices.changed(other, zeros, 1)).hasValue(new int[] {i});
        }
    }

    @Test
    void takesAsManyElementsAsTheShapeHas() {
        assertThatThrownBy(() -> LabelArray.ofLongs(DType.INT64, Shape.of(2, 2), 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape [2, 2] has 4 elements, not 3");
    }

    @Test
    void mayBeEmptyOrAScalar() {
        assertThat(LabelArray.ofLongs(DType.INT64, Shape.of(0, 2)).size()).isZero();
        assertThat(LabelArray.ofLongs(DType.INT64, Shape.SCALAR, 5).longAt(0)).isEqualTo(5);
    }

    @Test
    void printsItsTypeAndShape() {
        assertThat(counting(DType.UINT8)).hasToString("uint8[2, 2, 2]");
    }
}
