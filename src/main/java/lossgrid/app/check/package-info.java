/**
 * The command {@code check}: files and folders of masks, in parallel, as text or JSON.
 *
 * <p>The program alone imports it; it imports nothing of ui. Start reading at {@link CheckCommand}.
 */
@NullMarked
package lossgrid.app.check;

import org.jspecify.annotations.NullMarked;
