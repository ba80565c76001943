package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
    private static final Shape GRID = Shape.of(2, 3, 2, 2);
    private static final Tensor TENSOR = Tensor.generate(GRID, i -> i);

    @Test
    void countsInRowMajorOrder() {
        assertThat(TENSOR.at(17)).isEqualTo(17);
        assertThat(TENSOR.at(1, 2, 1, 0)).isEqualTo(22);
        assertThat(TENSOR.inPlane(5, 2)).isEqualTo(22);
        assertThat(TENSOR.planeCount()).isEqualTo(6);
        assertThat(TENSOR.toArray()).startsWith(0, 1, 2).endsWith(22, 23).hasSize(24);
    }

    @Test
    void anEditCopiesOnePlane() {
        Tensor edited = TENSOR.with(15, 99);
        assertThat(edited.at(15)).isEqualTo(99);
        assertThat(TENSOR.at(15)).as("the original").isEqualTo(15);
        for (int plane = 0; plane < 6; plane++) {
            assertThat(edited.samePlane(TENSOR, plane)).as("plane %d", plane).isEqualTo(plane != 3);
        }
    }

    @Test
    void doesNotKeepTheArrayItIsMadeOf() {
        float[] values = {1, 2};
        Tensor tensor = Tensor.vector(values);
        values[0] = 9;
        tensor.toArray()[1] = 9;
        assertThat(tensor.toArray()).containsExactly(1, 2);
    }

    @Test
    void equalsByItsElements() {
        assertThat(TENSOR.with(3, 5).with(3, 3)).isEqualTo(TENSOR).hasSameHashCodeAs(TENSOR);
        assertThat(TENSOR.with(3, 5)).isNotEqualTo(TENSOR);
        assertThat(TENSOR.reshape(Shape.of(24))).isNotEqualTo(TENSOR);
        assertThat(Tensor.vector(Float.NaN)).isEqualTo(Tensor.vector(Float.NaN));
        assertThat(Tensor.vector(0f)).isNotEqualTo(Tensor.vector(-0f));
    }

    @Test
    void aReshapeKeepsTheOrderAndSharesPlanesWhereItCan() {
        Tensor flat = TENSOR.reshape(Shape.of(24));
        assertThat(flat.toArray()).isEqualTo(TENSOR.toArray());
        Tensor threeDim = TENSOR.reshape(Shape.of(6, 2, 2));
        assertThat(threeDim.samePlane(TENSOR, 5)).isTrue();
        assertThat(threeDim.toArray()).isEqualTo(TENSOR.toArray());
        assertThatThrownBy(() -> TENSOR.reshape(Shape.of(23))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScalarAndAnEmptyTensorAreTensors() {
        assertThat(Tensor.scalar(3).with(0, 4).at(0)).isEqualTo(4);
        assertThat(Tensor.zeros(Shape.of(2, 0, 3, 3)).toArray()).isEmpty();
        assertThat(Tensor.zeros(Shape.of(2, 3, 0, 3)).toArray()).isEmpty();
        assertThat(Tensor.full(Shape.of(3), 7)).isEqualTo(Tensor.vector(7, 7, 7));
    }

    @Test
    void takesAsManyElementsAsTheShapeHas() {
        assertThatThrownBy(() -> Tensor.of(Shape.of(2, 2), 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape [2, 2] has 4 elements, not 3");
    }

    @Test
    void becomesFloat32LabelsAndBack() {
        assertThat(TENSOR.toLabels().dtype()).isEqualTo(DType.FLOAT32);
        assertThat(TENSOR.toLabels().toTensor()).isEqualTo(TENSOR);
    }
}
