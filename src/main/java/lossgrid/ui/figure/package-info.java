/**
 * Figures for slides and papers: the same document and analysis as in the window, in views without controls.
 *
 * <p>Export and {@code render} import it. Start reading at {@link Figure}.
 */
@NullMarked
package lossgrid.ui.figure;

import org.jspecify.annotations.NullMarked;
