/**
 * Editors of shape, recipe, options and classes.
 *
 * <p>The workbench and comparisons import it. Start reading at {@link ExperimentPane}.
 */
@NullMarked
package lossgrid.ui.setup;

import org.jspecify.annotations.NullMarked;
