package lossgrid.ui.formula;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A formula as shapes, its left end on the baseline at the origin.
 *
 * @param inks the filled shapes, each with the term it belongs to
 * @param ascent the height above the baseline
 * @param descent the depth below the baseline
 */
record FormulaShapes(List<Ink> inks, double width, double ascent, double descent) {
    /** A filled shape of one term, counted through the piece. */
    record Ink(int term, Path2D shape) {}

    /** The bounds of a term's shapes; empty if it does not draw anything. */
    Optional<Rectangle2D> bounds(int term) {
        return inks.stream()
                .filter(ink -> ink.term() == term)
                .map(ink -> ink.shape().getBounds2D())
                .reduce(Rectangle2D::createUnion);
    }
}
