/**
 * Activations and losses with their gradients: step by step as PyTorch computes them, and fused over blocks of pixels
 * on all cores.
 *
 * <p>The model imports it; it knows the rest of the core. It is larger than other packages until its losses become one
 * engine. Start reading at {@link Losses}, then {@link ActivationMath}.
 */
@NullMarked
package lossgrid.core.loss;

import org.jspecify.annotations.NullMarked;
