/**
 * Shape, recipe, options and classes as they are edited.
 *
 * <p>The workbench and comparisons import it. Start reading at {@link ExperimentPane}.
 */
@NullMarked
package lossgrid.ui.setup;

import org.jspecify.annotations.NullMarked;
