/**
 * Pictures, scripts and tables of what the window shows.
 *
 * <p>The window and {@code render} import it. Start reading at {@link BoardPicture}.
 */
@NullMarked
package lossgrid.ui.export;

import org.jspecify.annotations.NullMarked;
