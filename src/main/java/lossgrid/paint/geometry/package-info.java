/**
 * Where planes and cells lie, and which cell is beside, under or between others.
 *
 * <p>All of paint and the window import it; it knows the core alone. Start reading at {@link GridGeometry}.
 */
@NullMarked
package lossgrid.paint.geometry;

import org.jspecify.annotations.NullMarked;
