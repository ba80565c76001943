package lossgrid.paint.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;

class PastePlacementTest {
    /** Two batches of two channels of 2 × 3 pixels. */
    private static final GridShape GRID = GridShape.of(Shape.of(2, 2, 2, 3));

    private static CellRange range(int plane, int from, int toPlane, int to) {
        return new CellRange(GRID, new CellRef(plane, from), new CellRef(toPlane, to));
    }

    private static CellRange cell(int plane, int cell) {
        return CellRange.of(GRID, new CellRef(plane, cell));
    }

    @Test
    void oneValueFillsTheSelection() {
        Shape one = Shape.of(1, 1);
        assertThat(PastePlacement.isPlain(range(0, 0, 0, 4), one)).isTrue();
        PastePlacement placed = PastePlacement.plain(range(0, 0, 0, 4), one);
        assertThat(placed.targets()).containsExactly(0, 1, 3, 4);
        assertThat(placed.sources()).containsOnly(0);
    }

    @Test
    void theSelectionsOwnShapeGoesIntoIt() {
        Shape table = Shape.of(2, 2);
        PastePlacement placed = PastePlacement.plain(range(1, 1, 1, 5), table);
        assertThat(placed.targets()).containsExactly(7, 8, 10, 11);
        assertThat(placed.sources()).containsExactly(0, 1, 2, 3);
        Shape planes = Shape.of(2, 1, 1);
        assertThat(PastePlacement.isPlain(range(0, 2, 2, 2), planes)).isTrue();
        assertThat(PastePlacement.plain(range(0, 2, 2, 2), planes).targets()).containsExactly(2, 14);
    }

    @Test
    void aTableThatFitsFromTheOneCellSelectedNeedsNoQuestion() {
        assertThat(PastePlacement.isPlain(cell(0, 1), Shape.of(2, 2))).isTrue();
        assertThat(PastePlacement.plain(cell(0, 1), Shape.of(2, 2)).targets()).containsExactly(1, 2, 4, 5);
        assertThat(PastePlacement.isPlain(cell(0, 2), Shape.of(2, 2))).isFalse();
        assertThat(PastePlacement.isPlain(cell(0, 3), Shape.of(2, 2))).isFalse();
        assertThat(PastePlacement.isPlain(range(0, 0, 0, 1), Shape.of(2, 2))).isFalse();
    }

    @Test
    void theWholeGridsShapeGoesEverywhereWhateverIsSelected() {
        assertThat(PastePlacement.isPlain(cell(3, 5), Shape.of(2, 2, 2, 3))).isTrue();
        PastePlacement placed = PastePlacement.plain(cell(3, 5), Shape.of(2, 2, 2, 3));
        assertThat(placed.targets()).containsExactly(IntStream.range(0, 24).toArray());
        assertThat(placed.sources()).containsExactly(IntStream.range(0, 24).toArray());
        assertThat(PastePlacement.isPlain(cell(0, 0), Shape.of(4, 2, 3))).isTrue();
        assertThat(PastePlacement.isPlain(cell(0, 0), Shape.of(2, 2, 3, 2))).isFalse();
    }

    @Test
    void clippingLeavesOutWhatLiesBeyond() {
        PastePlacement placed = PastePlacement.of(cell(1, 4), Shape.of(2, 3), PastePlacement.Mode.CLIP);
        assertThat(placed.targets()).containsExactly(10, 11);
        assertThat(placed.sources()).containsExactly(0, 1);
    }

    @Test
    void planesGoIntoTheFollowingOnesAndChannelsIntoChannels() {
        PastePlacement rows = PastePlacement.of(cell(1, 0), Shape.of(2, 1, 1), PastePlacement.Mode.CLIP);
        assertThat(rows.targets()).containsExactly(6, 12);
        PastePlacement channels = PastePlacement.of(cell(1, 0), Shape.of(2, 2, 1, 1), PastePlacement.Mode.CLIP);
        assertThat(channels.targets()).containsExactly(6, 18);
        assertThat(channels.sources()).containsExactly(0, 2);
    }

    @Test
    void repeatingTilesTheSelection() {
        PastePlacement placed = PastePlacement.of(range(0, 0, 1, 5), Shape.of(1, 2), PastePlacement.Mode.REPEAT);
        assertThat(placed.size()).isEqualTo(12);
        assertThat(placed.sources()).containsExactly(0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0);
    }

    @Test
    void replacingNeedsAsManyElements() {
        assertThat(PastePlacement.allows(cell(0, 0), Shape.of(4, 6), PastePlacement.Mode.REPLACE))
                .isTrue();
        assertThat(PastePlacement.allows(cell(0, 0), Shape.of(5, 6), PastePlacement.Mode.REPLACE))
                .isFalse();
        assertThat(PastePlacement.allows(cell(0, 0), Shape.of(5, 6), PastePlacement.Mode.REPEAT))
                .isFalse();
        assertThat(PastePlacement.allows(range(0, 0, 0, 1), Shape.of(5, 6), PastePlacement.Mode.REPEAT))
                .isTrue();
    }
}
