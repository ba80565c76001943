package lossgrid.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextScaleTest {
    private static final Optional<Presentation> DESK = Optional.empty();
    private static final Optional<Presentation> STAGE = Optional.of(Presentation.of(List.of(CardKind.LOGITS)));

    @Test
    void smallWindowsHaveTheTypeAsDesigned() {
        assertThat(TextScale.root(1440, 900, 1, DESK)).isEqualTo(13);
        assertThat(TextScale.root(1280, 720, 1, DESK)).isEqualTo(13);
        assertThat(TextScale.root(960, 600, 1, DESK)).isEqualTo(13);
    }

    @Test
    void largeWindowsHaveLargerTypeThatIsASmallerPartOfThem() {
        double ultraHigh = TextScale.root(3840, 2160, 1, DESK);
        assertThat(ultraHigh).isBetween(22.0, 27.0);
        assertThat(3840 / ultraHigh).isGreaterThan(1440 / 13.0);
    }

    @Test
    void aPresentationFillsTheSamePartOfEveryScreen() {
        double small = TextScale.root(1280, 720, 1, STAGE);
        double large = TextScale.root(3840, 2160, 1, STAGE);
        assertThat(small).isGreaterThan(TextScale.root(1280, 720, 1, DESK));
        assertThat(TextScale.root(1280, 720, 1, STAGE.map(Presentation::last))).isLessThan(small);
        assertThat(large / 2160).isCloseTo(small / 720, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void zoomMultipliesUpToTheSmallestReadable() {
        assertThat(TextScale.root(1440, 900, 2, DESK)).isEqualTo(26);
        assertThat(TextScale.root(1440, 900, 0.8, DESK)).isEqualTo(10.5);
        assertThat(TextScale.root(300, 200, 0.8, STAGE)).isEqualTo(10);
    }

    @Test
    void zoomStepsUpAndDownToItsEndsAndBack() {
        assertThat(TextScale.larger(1)).isEqualTo(1.1);
        assertThat(TextScale.smaller(1)).isEqualTo(0.9);
        assertThat(TextScale.larger(1.3)).isEqualTo(1.5);
        assertThat(TextScale.larger(2)).isEqualTo(2);
        assertThat(TextScale.smaller(0.8)).isEqualTo(0.8);
    }

    @Test
    void aZoomFromElsewhereMustBeOneThatCanBeReached() {
        assertThat(TextScale.valid(1.25)).isEqualTo(1.25);
        assertThat(TextScale.valid(40)).isEqualTo(1);
        assertThat(TextScale.valid(Double.NaN)).isEqualTo(1);
    }
}
