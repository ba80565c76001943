package lossgrid.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrollIntoViewTest {
    @Test
    void whatIsInViewStaysWhereItIs() {
        assertThat(ScrollIntoView.position(0.5, 60, 90, 200, 100)).isEqualTo(0.5);
        assertThat(ScrollIntoView.position(0.3, 0, 90, 100, 100)).isEqualTo(0.3);
    }

    @Test
    void whatIsOutsideComesJustIntoView() {
        assertThat(ScrollIntoView.position(0, 120, 180, 200, 100)).isEqualTo(0.8);
        assertThat(ScrollIntoView.position(1, 20, 60, 200, 100)).isEqualTo(0.2);
    }

    @Test
    void whatIsLargerThanTheViewShowsItsBeginning() {
        assertThat(ScrollIntoView.position(0, 50, 190, 200, 100)).isEqualTo(0.5);
    }
}
