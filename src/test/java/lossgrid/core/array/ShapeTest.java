package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    private static final Shape GRID = Shape.of(2, 3, 4, 5);

    @Test
    void knowsItsSizes() {
        assertThat(GRID.rank()).isEqualTo(4);
        assertThat(GRID.size()).isEqualTo(120);
        assertThat(GRID.planeSize()).isEqualTo(20);
        assertThat(GRID.toArray()).containsExactly(2, 3, 4, 5);
        assertThat(GRID.fromEnd(0)).isEqualTo(5);
        assertThat(GRID.fromEnd(3)).isEqualTo(2);
        assertThat(GRID.fromEnd(4)).isEqualTo(1);
    }

    @Test
    void stridesAreThoseOfRowMajorOrder() {
        assertThat(GRID.stride(0)).isEqualTo(60);
        assertThat(GRID.stride(1)).isEqualTo(20);
        assertThat(GRID.stride(2)).isEqualTo(5);
        assertThat(GRID.stride(3)).isEqualTo(1);
    }

    @Test
    void aScalarHasOneElement() {
        assertThat(Shape.SCALAR.size()).isEqualTo(1);
        assertThat(Shape.SCALAR.planeSize()).isEqualTo(1);
        assertThat(Shape.SCALAR).hasToString("[]");
        assertThat(Shape.SCALAR.wrap(-1)).isZero();
    }

    @Test
    void printsAsPyTorchDoes() {
        assertThat(GRID).hasToString("[2, 3, 4, 5]");
        assertThat(GRID.torchSize()).isEqualTo("torch.Size([2, 3, 4, 5])");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "-1, 3", "-4, 0"})
    void negativeDimensionsCountFromTheEnd(int dim, int expected) {
        assertThat(GRID.wrap(dim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4", "-5", "100"})
    void refusesADimensionOutOfRange(int dim) {
        assertThatThrownBy(() -> GRID.wrap(dim))
                .hasMessage("Dimension out of range (expected to be in range of [-4, 3], but got " + dim + ")");
    }

    @Test
    void thereIsOneMorePlaceForInsertion() {
        assertThat(GRID.wrapForInsertion(4)).isEqualTo(4);
        assertThat(GRID.wrapForInsertion(-1)).isEqualTo(4);
        assertThat(GRID.wrapForInsertion(-5)).isZero();
        assertThat(Shape.SCALAR.wrapForInsertion(-1)).isZero();
        assertThatThrownBy(() -> GRID.wrapForInsertion(5))
                .hasMessage("Dimension out of range (expected to be in range of [-5, 4], but got 5)");
    }

    @Test
    void makesOtherShapesAndStaysTheSame() {
        assertThat(GRID.remove(1)).isEqualTo(Shape.of(2, 4, 5));
        assertThat(GRID.insert(4, 7)).isEqualTo(Shape.of(2, 3, 4, 5, 7));
        assertThat(GRID.with(1, 1)).isEqualTo(Shape.of(2, 1, 4, 5));
        GRID.toArray()[0] = 9;
        assertThat(GRID).isEqualTo(Shape.of(2, 3, 4, 5)).hasSameHashCodeAs(Shape.of(2, 3, 4, 5));
    }

    @Test
    void takesNoNegativeSizeAndNotTooManyElements() {
        assertThatThrownBy(() -> Shape.of(2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 15)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Shape.of(1 << 16, (1 << 15) - 1).size()).isEqualTo(2_147_418_112);
        assertThat(Shape.of(2, 0, 3).size()).isZero();
    }
}
