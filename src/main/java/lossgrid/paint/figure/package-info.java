/**
 * The form of a figure for a slide or a paper: its width, the size of its type, its ground.
 *
 * <p>The window's export and {@code render} import it. Start reading at {@link FigureRequest}.
 */
@NullMarked
package lossgrid.paint.figure;

import org.jspecify.annotations.NullMarked;
