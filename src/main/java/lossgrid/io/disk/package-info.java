/**
 * The program's own files, files that are replaced in one step, folders for its state, and the one exception for files
 * that cannot be read.
 *
 * <p>All of io, the window and the command line import it. Start reading at {@link AtomicFile}.
 */
@NullMarked
package lossgrid.io.disk;

import org.jspecify.annotations.NullMarked;
