/**
 * The positions of planes and cells on a card, and the neighbours of a cell.
 *
 * <p>All of paint and the window import it; it knows the core alone. Start reading at {@link GridGeometry}.
 */
@NullMarked
package lossgrid.paint.geometry;

import org.jspecify.annotations.NullMarked;
