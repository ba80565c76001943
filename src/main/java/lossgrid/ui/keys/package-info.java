/**
 * The keys of the window and the sheet that lists them.
 *
 * <p>Rooms of ui above it import it. Start reading at {@link Shortcut}.
 */
@NullMarked
package lossgrid.ui.keys;

import org.jspecify.annotations.NullMarked;
