/**
 * Two documents side by side: both losses, their difference, and remarks on it.
 *
 * <p>Words, the comparison screen and {@code render} import it. Start reading at {@link Comparison}.
 */
@NullMarked
package lossgrid.model.compare;

import org.jspecify.annotations.NullMarked;
