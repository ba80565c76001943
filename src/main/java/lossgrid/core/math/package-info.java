/**
 * Arithmetic in float32, bit for bit PyTorch's: exponentials, logarithms, and sums in the order of its CPU kernels.
 *
 * <p>The core alone imports it, above {@code core.array}. Start reading at {@link FloatMath}, then {@link FloatSum}.
 */
@NullMarked
package lossgrid.core.math;

import org.jspecify.annotations.NullMarked;
