/**
 * Findings: what is wrong with labels or a recipe, what PyTorch does about it, and the edits that fix it.
 *
 * <p>Rules, words, comparisons, {@code check} and the window import it. Start reading at {@link Finding}.
 */
@NullMarked
package lossgrid.model.finding;

import org.jspecify.annotations.NullMarked;
