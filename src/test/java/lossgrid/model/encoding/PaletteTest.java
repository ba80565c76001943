package lossgrid.model.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final Palette.Entry RED = new Palette.Entry(255, 0, 0, "object", 1);
    private static final Palette.Entry RED_AGAIN = new Palette.Entry(255, 0, 0, "other", 2);
    private static final Palette.Entry DARK = new Palette.Entry(1, 2, 3, "", 1);
    private static final Palette PALETTE = new Palette("p", List.of(RED, RED_AGAIN, DARK));

    @Test
    void aColorStandsForTheFirstOfItsClasses() {
        assertThat(PALETTE.indexOf(0xff0000)).hasValue(1);
        assertThat(PALETTE.byColor()).containsExactly(RED, DARK);
        assertThat(PALETTE.indices()).containsOnlyKeys(0xff0000, 0x010203).containsValues(1L);
        assertThat(PALETTE.indexOf(0x0000ff)).isEmpty();
    }

    @Test
    void aClassMayHaveSeveralColors() {
        assertThat(PALETTE.ofIndex(1)).contains(RED);
        assertThat(PALETTE.ofIndex(2)).contains(RED_AGAIN);
        assertThat(PALETTE.ofIndex(3)).isEmpty();
    }

    @Test
    void colorsAreThoseOfClasses() {
        assertThat(DARK.rgb()).isEqualTo(0x010203);
        assertThat(Palette.Entry.of(new ClassColor(0x010203), "", 1)).isEqualTo(DARK);
    }

    @Test
    void refusesWhatIsNoPalette() {
        assertThatThrownBy(() -> new Palette.Entry(256, 0, 0, "", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Palette.Entry(0, -1, 0, "", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Palette("p", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Palette(" ", List.of(RED))).isInstanceOf(IllegalArgumentException.class);
    }
}
