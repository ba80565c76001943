/**
 * Unsaved documents kept so that a crash does not lose them.
 *
 * <p>The window's document room imports it; it knows documents. Start reading at {@link RecoveryStore}.
 */
@NullMarked
package lossgrid.io.recovery;

import org.jspecify.annotations.NullMarked;
