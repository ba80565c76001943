/**
 * Encoding steps, which turn raw labels into a loss's target. Each step applies itself and prints itself as PyTorch and
 * NumPy.
 *
 * <p>The document and all above it import it; it knows the core alone. Start reading at {@link EncodingStep}.
 */
@NullMarked
package lossgrid.model.encoding;

import org.jspecify.annotations.NullMarked;
