/**
 * The chain of encoding steps as it is edited.
 *
 * <p>The doctor screen and comparisons import it. Start reading at {@link EncodingPane}.
 */
@NullMarked
package lossgrid.ui.encoding;

import org.jspecify.annotations.NullMarked;
