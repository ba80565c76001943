/**
 * The loss of one pixel derived from its logits, as formulas with its own numbers.
 *
 * <p>The inspector and the export import it; it knows the analysis. Start reading at {@link Derivation}.
 */
@NullMarked
package lossgrid.model.derivation;

import org.jspecify.annotations.NullMarked;
