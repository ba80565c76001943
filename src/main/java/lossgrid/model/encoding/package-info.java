/**
 * Encoding steps: what turns raw labels into what a loss accepts. Each step applies itself and prints itself as
 * PyTorch.
 *
 * <p>The document and all above it import it; it knows the core alone. Start reading at {@link EncodingStep}.
 */
@NullMarked
package lossgrid.model.encoding;

import org.jspecify.annotations.NullMarked;
