/**
 * The user's settings for the window, kept between starts.
 *
 * <p>The window and the program import it. Start reading at {@link Preferences}.
 */
@NullMarked
package lossgrid.ui.settings;

import org.jspecify.annotations.NullMarked;
