package lossgrid.ui.formula;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A formula as shapes, its left end on the baseline at the origin.
 *
 * @param inks what is filled, each with the term it belongs to
 * @param ascent how far it reaches above the baseline
 * @param descent how far below
 */
record FormulaShapes(List<Ink> inks, double width, double ascent, double descent) {
    /** A filled shape of one term, counted through the piece. */
    record Ink(int term, Path2D shape) {}

    /** Around all that belongs to a term; nothing if it draws nothing. */
    Optional<Rectangle2D> bounds(int term) {
        return inks.stream()
                .filter(ink -> ink.term() == term)
                .map(ink -> ink.shape().getBounds2D())
                .reduce(Rectangle2D::createUnion);
    }
}
