package lossgrid.model.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;

class ClassGuessTest {
    private static int guess(LabelArray labels) {
        return ClassCount.guess(labels, null, List.of()).classes();
    }

    private static LabelArray bytes(long... values) {
        return LabelArray.ofLongs(DType.UINT8, Shape.of(1, values.length), values);
    }

    @Test
    void theLargestIndexCountsAndVoidDoesNot() {
        assertThat(guess(bytes(0, 3, 20, 255))).isEqualTo(21);
        assertThat(guess(bytes(0, 1))).isEqualTo(2);
        assertThat(guess(bytes(0, 0, 0))).isEqualTo(2);
    }

    @Test
    void manyClassesAreCountedToo() {
        assertThat(guess(LabelArray.ofLongs(DType.UINT8, Shape.of(15, 10), i -> i)))
                .isEqualTo(150);
    }

    @Test
    void aBinaryMaskOf255HasTwo() {
        assertThat(guess(bytes(0, 255))).isEqualTo(2);
        assertThat(guess(bytes(0, 90, 127, 200, 255))).isEqualTo(2);
        assertThat(guess(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(2, 2), 0, 0.25, 0.5, 1)))
                .isEqualTo(2);
    }

    @Test
    void coloursAreCounted() {
        assertThat(guess(LabelArray.ofLongs(
                        DType.UINT8, Shape.of(8, 8, 3), i -> (i / 3) % 5 * 40 + (i % 3 == 0 ? 1 : 0))))
                .isEqualTo(5);
        assertThat(guess(LabelArray.ofLongs(DType.UINT8, Shape.of(16, 16, 3), i -> i * 37 % 256)))
                .isEqualTo(2);
    }
}
