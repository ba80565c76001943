/**
 * The one control that draws every grid, with its keys, mouse and cell editor.
 *
 * <p>Rooms of ui that show grids import it. Start reading at {@link GridView}.
 */
@NullMarked
package lossgrid.ui.grid;

import org.jspecify.annotations.NullMarked;
