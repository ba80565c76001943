/**
 * Files that hold arrays: what a file is, which arrays are in it, and how much memory reading may take.
 *
 * <p>The window's import, {@code check} and {@code render} use it. Start reading at {@link ArrayFiles}.
 */
@NullMarked
package lossgrid.io.intake;

import org.jspecify.annotations.NullMarked;
