/**
 * The open document with all that the window shows of it, the background, and the view's own vocabulary.
 *
 * <p>Every room of ui above it may import it. Start reading at {@link Session}.
 */
@NullMarked
package lossgrid.ui.session;

import org.jspecify.annotations.NullMarked;
