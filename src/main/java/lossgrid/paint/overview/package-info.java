/**
 * Summaries of large arrays by blocks, so that zoomed-out grids are painted without visiting every cell.
 *
 * <p>Grids and the window import it; it knows colours and geometry. Start reading at {@link Overview}.
 */
@NullMarked
package lossgrid.paint.overview;

import org.jspecify.annotations.NullMarked;
