/**
 * Experiments as Python scripts, with PyTorch or with NumPy alone, that assert their loss.
 *
 * <p>The export imports it. Start reading at {@link TorchScript}.
 */
@NullMarked
package lossgrid.io.python;

import org.jspecify.annotations.NullMarked;
