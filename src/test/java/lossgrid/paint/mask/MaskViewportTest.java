package lossgrid.paint.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskViewportTest {
    private static final long SEED = 20;

    @Test
    void fittingShowsTheWholeInTheMiddle() {
        MaskViewport view = MaskViewport.fit(128, 96, 352, 300);
        assertThat(view.scale()).isEqualTo(2.75);
        assertThat(view.left()).isZero();
        assertThat(view.top()).isEqualTo((300 - 96 * 2.75) / 2);
        assertThat(view.locate(0, view.top())).isEqualTo(OptionalInt.of(0));
        assertThat(view.locate(351.9, 281.9)).isEqualTo(OptionalInt.of(96 * 128 - 1));
        assertThat(view.locate(10, view.top() - 0.1)).isEmpty();
        assertThat(view.isZoomed()).isFalse();
    }

    @Test
    void aTinyMaskDoesNotFillTheScreenWithOnePixel() {
        assertThat(MaskViewport.fit(1, 1, 400, 400).scale()).isEqualTo(64);
    }

    @Test
    void whateverTheUserDoesThePlaneFillsTheViewOrLiesInItsMiddle() {
        Random random = new Random(SEED);
        MaskViewport view = MaskViewport.fit(300, 200, 500, 400);
        for (int i = 0; i < 2000; i++) {
            double x = random.nextDouble() * 500;
            double y = random.nextDouble() * 400;
            OptionalInt before = view.locate(x, y);
            view = switch (random.nextInt(4)) {
                case 0 -> view.zoomed(random.nextDouble() * 2 + 0.2, x, y);
                case 1 -> view.panned(random.nextDouble() * 400 - 200, random.nextDouble() * 400 - 200);
                case 2 -> view.scrolledTo(random.nextInt(200), random.nextInt(300));
                default -> view.resized(300 + random.nextInt(400), 200 + random.nextInt(400));
            };
            assertThat(view.scale()).as("seed %s step %s %s", SEED, i, before).isPositive();
            assertInside(view.left(), 300 * view.scale(), view.width(), i);
            assertInside(view.top(), 200 * view.scale(), view.height(), i);
        }
    }

    private static void assertInside(double at, double size, double room, int step) {
        if (size <= room) {
            assertThat(at).as("step " + step).isCloseTo((room - size) / 2, within(1e-6));
        } else {
            assertThat(at).as("step " + step).isLessThanOrEqualTo(1e-6);
            assertThat(at + size).as("step " + step).isGreaterThanOrEqualTo(room - 1e-6);
        }
    }

    @Test
    void zoomingKeepsThePixelUnderThePointer() {
        MaskViewport view = MaskViewport.fit(128, 96, 384, 288).zoomed(3, 200, 100);
        OptionalInt under = view.locate(150, 120);
        assertThat(view.zoomed(1.7, 150, 120).locate(150, 120)).isEqualTo(under);
        assertThat(view.isZoomed()).isTrue();
        assertThat(view.zoomed(1e-9, 0, 0)).isEqualTo(MaskViewport.fit(128, 96, 384, 288));
    }

    @Test
    void aPixelIsBroughtIntoView() {
        MaskViewport view =
                MaskViewport.fit(100, 100, 100, 100).zoomed(10, 0, 0).scrolledTo(99, 50);
        assertThat(view.locate(view.left() + 505, view.top() + 995)).isEqualTo(OptionalInt.of(9950));
        assertThat(view.top() + 1000).isCloseTo(100, within(1e-6));
    }
}
