/**
 * The program: the command line, its exit codes, and the start of the window.
 *
 * <p>Nothing imports it. Start reading at {@link Main}.
 */
@NullMarked
package lossgrid.app;

import org.jspecify.annotations.NullMarked;
