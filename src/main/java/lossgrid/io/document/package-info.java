/**
 * Documents as JSON files, the lessons and palettes that come with the program, and recent files.
 *
 * <p>Recovery, the window and the command line import it. Start reading at {@link ExperimentCodec}.
 */
@NullMarked
package lossgrid.io.document;

import org.jspecify.annotations.NullMarked;
