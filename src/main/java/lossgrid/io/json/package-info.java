/**
 * Records as JSON: how they are read and written, and in which lines; an analysis as one of them.
 *
 * <p>Documents and the command line import it. Start reading at {@link JsonBinding}.
 */
@NullMarked
package lossgrid.io.json;

import org.jspecify.annotations.NullMarked;
