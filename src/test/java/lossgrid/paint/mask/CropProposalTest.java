package lossgrid.paint.mask;

import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import org.junit.jupiter.api.Test;

class CropProposalTest {
    private static final int SIDE = 64;

    /** Class 1 on the right, a lone 2 at (40, 12). */
    private static MaskCodes mask() {
        return MaskCodes.ofNumbers(LabelArray.ofLongs(
                DType.UINT8, Shape.of(SIDE, SIDE), i -> i == 40 * SIDE + 12 ? 2 : i % SIDE < 50 ? 0 : 1));
    }

    @Test
    void theWindowLiesAcrossAnEdge() {
        CropProposal window = CropProposal.busiest(mask(), 0, 16, _ -> true);
        assertThat(window.column()).isLessThan(50);
        assertThat(window.column() + window.width()).isGreaterThan(50);
        assertThat(window.height()).isEqualTo(16);
    }

    @Test
    void theWindowShowsWhatIsPointedAt() {
        MaskCodes mask = mask();
        CropProposal window = CropProposal.busiest(mask, 0, 16, i -> mask.code(i) == 2);
        assertThat(40).isBetween(window.row(), window.row() + 15);
        assertThat(12).isBetween(window.column(), window.column() + 15);
    }

    @Test
    void aSmallMaskIsTakenWhole() {
        MaskCodes small = MaskCodes.ofNumbers(LabelArray.ofLongs(DType.UINT8, Shape.of(2, 3), i -> i));
        assertThat(CropProposal.busiest(small, 0, 16, _ -> true)).isEqualTo(new CropProposal(0, 0, 2, 3));
    }

    @Test
    void aWindowIsMovedAndCutToLieWithin() {
        assertThat(new CropProposal(-3, 60, 8, 8).within(64, 64)).isEqualTo(new CropProposal(0, 56, 8, 8));
        assertThat(new CropProposal(5, 5, 900, 0).within(64, 64)).isEqualTo(new CropProposal(0, 5, 64, 1));
    }
}
