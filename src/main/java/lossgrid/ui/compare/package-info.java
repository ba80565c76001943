/**
 * Two recipes or encodings side by side, and the catalogue of mistakes.
 *
 * <p>The doctor screen and the workbench import it. Start reading at {@link CompareBoard}.
 */
@NullMarked
package lossgrid.ui.compare;

import org.jspecify.annotations.NullMarked;
