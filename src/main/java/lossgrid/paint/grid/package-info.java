/**
 * Arrays as grids of cells: the colour, text and look of each cell, and rasters of many.
 *
 * <p>The window and the export import it; it knows the rest of paint but masks. Start reading at {@link CellGrid}.
 */
@NullMarked
package lossgrid.paint.grid;

import org.jspecify.annotations.NullMarked;
