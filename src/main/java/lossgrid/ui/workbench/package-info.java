/**
 * The content of the window: top bar, board or doctor, side panel, status bar, presentation.
 *
 * <p>The window and the export import it. Start reading at {@link Workbench}.
 */
@NullMarked
package lossgrid.ui.workbench;

import org.jspecify.annotations.NullMarked;
