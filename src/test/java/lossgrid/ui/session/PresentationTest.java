package lossgrid.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PresentationTest {
    private final Presentation start = Presentation.of(List.of(CardKind.LOGITS, CardKind.LOSS));

    @Test
    void goesThroughTheStagesAndThenToTheWholeBoard() {
        assertThat(start.steps()).isEqualTo(3);
        assertThat(start.alone()).contains(CardKind.LOGITS);
        assertThat(start.next().alone()).contains(CardKind.LOSS);
        assertThat(start.next().next().alone()).isEmpty();
        assertThat(start.next().next().isLast()).isTrue();
    }

    @Test
    void staysWithinItsEnds() {
        assertThat(start.previous()).isEqualTo(start);
        assertThat(start.last().next()).isEqualTo(start.last());
        assertThat(start.last().first()).isEqualTo(start);
        assertThat(start.isFirst()).isTrue();
    }
}
