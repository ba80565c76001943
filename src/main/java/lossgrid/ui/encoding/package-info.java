/**
 * The editor of the chain of encoding steps.
 *
 * <p>The doctor screen and comparisons import it. Start reading at {@link EncodingPane}.
 */
@NullMarked
package lossgrid.ui.encoding;

import org.jspecify.annotations.NullMarked;
