package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.label.Scatter;
import lossgrid.core.loss.FusedClasses;
import org.junit.jupiter.api.Test;

class OneHotViewTest {
    private static final long MASKED = 1;
    private static final Shape SHAPE = Shape.of(2, 3, 4, 5);

    private static LabelArray index(long other) {
        return LabelArray.ofLongs(DType.INT64, SHAPE.with(1, 1), i -> i == 17 ? other : i % 3);
    }

    private static Tensor dense(LabelArray index) {
        LabelArray ones = LabelArray.ofLongs(DType.FLOAT32, index.shape(), i -> index.longAt(i) == MASKED ? 0 : 1);
        return Scatter.scatter(Tensor.zeros(SHAPE), 1, index, ones, Scatter.Reduce.REPLACE);
    }

    /** Every operation of a tensor. */
    @Test
    void readsAsTheTensorThatScatterMakes() {
        Tensor view = new Tensor(new OneHotView(SHAPE, index(0), MASKED));
        Tensor dense = dense(index(0));
        assertThat(view).isEqualTo(dense).hasSameHashCodeAs(dense);
        assertThat(dense).isEqualTo(view);
        assertThat(view.planeCount()).isEqualTo(6);
        assertThat(view.toArray()).isEqualTo(dense.toArray());
        assertThat(view.at(1, 2, 3, 0)).isEqualTo(dense.at(1, 2, 3, 0));
        assertThat(view.with(7, 5f)).isEqualTo(dense.with(7, 5f));
        assertThat(view.with(new int[] {3, 90}, Tensor.vector(2, 3)))
                .isEqualTo(dense.with(new int[] {3, 90}, Tensor.vector(2, 3)));
        assertThat(view.reshape(Shape.of(6, 4, 5))).isEqualTo(dense.reshape(Shape.of(6, 4, 5)));
        assertThat(view.reshape(Shape.of(120))).isEqualTo(dense.reshape(Shape.of(120)));
        assertThat(Resizing.resize(view, Shape.of(1, 4, 4, 5))).isEqualTo(Resizing.resize(dense, Shape.of(1, 4, 4, 5)));
        assertThat(Resizing.resize(view, Shape.of(2, 3, 2, 2))).isEqualTo(Resizing.resize(dense, Shape.of(2, 3, 2, 2)));
        assertThat(view.toLabels()).isEqualTo(dense.toLabels());
        float[] some = new float[9];
        float[] others = new float[9];
        for (int plane = 0; plane < 6; plane++) {
            view.copy(plane, 11, some, 9);
            dense.copy(plane, 11, others, 9);
            assertThat(some).isEqualTo(others);
        }
        assertThat(view.samePlane(view, 1)).isTrue();
        assertThat(view.samePlane(dense, 1)).isFalse();
    }

    @Test
    void takesOnlyWhatScatterWouldTake() {
        assertThat(OneHotView.fits(SHAPE, index(2), MASKED)).isTrue();
        assertThat(OneHotView.fits(SHAPE, index(MASKED), MASKED)).isTrue();
        assertThat(OneHotView.fits(SHAPE, index(3), MASKED)).isFalse();
        assertThat(OneHotView.fits(SHAPE, index(-1), MASKED)).isFalse();
    }

    @Test
    void followsFewIndices() {
        Tensor view = new Tensor(new OneHotView(SHAPE, index(0), MASKED));
        assertThat(OneHotView.following(view, index(2), MASKED, new int[] {17})).contains(dense(index(2)));
        assertThat(OneHotView.following(view, index(MASKED), MASKED, new int[] {17}))
                .contains(dense(index(MASKED)));
        assertThat(OneHotView.following(view, index(3), MASKED, new int[] {17})).isEmpty();
        assertThat(OneHotView.following(view, index(2).reshape(Shape.of(2, 1, 5, 4)), MASKED, new int[] {17}))
                .isEmpty();
        assertThat(OneHotView.following(dense(index(0)), index(2), MASKED, new int[] {17}))
                .isEmpty();
    }

    @Test
    void onlyLargeGridsHaveIt() {
        Shape large = Shape.of(1, 3, 200, 200);
        LabelArray index = LabelArray.ofLongs(DType.INT64, large.with(1, 1), i -> i % 3);
        assertThat(FusedClasses.oneHotView(large, index, MASKED)).isPresent();
        assertThat(FusedClasses.oneHotView(large, index.to(DType.INT32), MASKED))
                .isEmpty();
        assertThat(FusedClasses.oneHotView(large, index.reshape(Shape.of(1, 200, 200)), MASKED))
                .isEmpty();
        assertThat(FusedClasses.oneHotView(SHAPE, index(0), MASKED)).isEmpty();
    }
}
