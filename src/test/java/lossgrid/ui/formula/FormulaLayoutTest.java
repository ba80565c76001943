package lossgrid.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lossgrid.model.derivation.Derivation;
import org.junit.jupiter.api.Test;

class FormulaLayoutTest {
    private final List<Derivation.Piece> pieces = new ArrayList<>();
    private final List<FormulaShapes> typesets = new ArrayList<>();

    private void add(Derivation.Join join, double width) {
        pieces.add(new Derivation.Piece(join, List.of()));
        typesets.add(new FormulaShapes(List.of(), width, 10, 4));
    }

    private FormulaLayout lay(double width) {
        FormulaLayout layout = FormulaLayout.of(pieces, typesets, width);
        assertThat(layout.pieces()).hasSameSizeAs(pieces).allSatisfy(placed -> assertThat(
                        placed.x() + placed.typeset().width() * placed.scale())
                .isLessThanOrEqualTo(width + 1e-9));
        return layout;
    }

    private static long rows(FormulaLayout layout) {
        return layout.pieces().stream().map(FormulaLayout.Placed::y).distinct().count();
    }

    @Test
    void whatFitsStandsInOneRowAndWhatNearlyFitsIsMadeSmaller() {
        add(Derivation.Join.RELATION, 20);
        add(Derivation.Join.RELATION, 80);
        assertThat(lay(100).pieces()).allMatch(placed -> placed.scale() == 1 && placed.y() == 10);
        assertThat(lay(100).height()).isEqualTo(14);
        assertThat(lay(90).pieces()).allMatch(placed -> placed.scale() == 0.9);
        assertThat(rows(lay(90))).isEqualTo(1);
    }

    @Test
    void aLongLineBreaksBeforeARelationUnderTheFirstOne() {
        add(Derivation.Join.RELATION, 20);
        add(Derivation.Join.RELATION, 60);
        add(Derivation.Join.RELATION, 30);
        add(Derivation.Join.OPERATOR, 30);
        FormulaLayout layout = lay(100);
        assertThat(layout.pieces()).extracting(FormulaLayout.Placed::x).containsExactly(0.0, 20.0, 20.0, 50.0);
        assertThat(rows(layout)).isEqualTo(2);
    }

    @Test
    void aLongClauseBreaksAtItsOperatorsAndAPieceTooLongIsMadeSmaller() {
        add(Derivation.Join.RELATION, 20);
        add(Derivation.Join.RELATION, 70);
        add(Derivation.Join.OPERATOR, 70);
        add(Derivation.Join.COMMA, 200);
        FormulaLayout layout = lay(100);
        assertThat(rows(layout)).isEqualTo(3);
        assertThat(layout.pieces().getLast().scale()).isLessThan(0.5);
    }
}
