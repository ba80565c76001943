/**
 * View state that rooms share, and the one record that all parts of the workbench are made from.
 *
 * <p>Rooms of ui above it import it. Start reading at {@link Workspace}.
 */
@NullMarked
package lossgrid.ui.workspace;

import org.jspecify.annotations.NullMarked;
