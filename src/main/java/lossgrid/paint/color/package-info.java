/**
 * Colour maps, scales and ranges; texts of numbers in cells and on colour bars.
 *
 * <p>All of paint and the window import it; it knows the core alone. Start reading at {@link ColorSettings}.
 */
@NullMarked
package lossgrid.paint.color;

import org.jspecify.annotations.NullMarked;
