package lossgrid.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import lossgrid.fixtures.OneAtATime;
import org.junit.jupiter.api.Test;

@OneAtATime
class FittingRowTest {
    private final FittingRow row = new FittingRow();

    FittingRowTest() {
        row.setSpacing(10);
        Stream.of(50, 60, 70).forEach(width -> {
            Region chip = new Region();
            chip.setPrefSize(width, 20);
            row.getChildren().add(chip);
        });
    }

    private Stream<Boolean> shownAt(double width) {
        row.resize(width, 20);
        row.layout();
        return row.getChildren().stream().map(Node::isVisible);
    }

    @Test
    void theLastGoFirstAndNoneIsCut() {
        assertThat(shownAt(200)).containsExactly(true, true, true);
        assertThat(shownAt(199)).containsExactly(true, true, false);
        assertThat(row.getChildren().get(1).getLayoutBounds().getWidth()).isEqualTo(60);
        assertThat(shownAt(119)).containsExactly(true, false, false);
        assertThat(shownAt(10)).containsExactly(false, false, false);
    }

    @Test
    void theyComeBackWithTheRoom() {
        shownAt(10).forEach(shown -> assertThat(shown).isFalse());
        assertThat(shownAt(300)).containsExactly(true, true, true);
    }
}
