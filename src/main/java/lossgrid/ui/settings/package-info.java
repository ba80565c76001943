/**
 * What the user has chosen about the window, kept from one start to the next.
 *
 * <p>The window and the program import it. Start reading at {@link Preferences}.
 */
@NullMarked
package lossgrid.ui.settings;

import org.jspecify.annotations.NullMarked;
