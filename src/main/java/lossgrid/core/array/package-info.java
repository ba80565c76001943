/**
 * Arrays as PyTorch has them: immutable float32 {@code Tensor}s, labels of any {@code DType}, their {@code Shape}, and
 * the exception that PyTorch raises.
 *
 * <p>Everything may import it; it imports nothing of the program. Start reading at {@link Tensor}, then {@link
 * LabelArray}.
 */
@NullMarked
package lossgrid.core.array;

import org.jspecify.annotations.NullMarked;
