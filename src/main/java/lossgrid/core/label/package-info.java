/**
 * Operations on labels before they meet a loss: {@code scatter_}, {@code one_hot}, permute, argmax, arithmetic with one
 * number.
 *
 * <p>The losses and the model import it; it knows arrays alone. Start reading at {@link Scatter}.
 */
@NullMarked
package lossgrid.core.label;

import org.jspecify.annotations.NullMarked;
