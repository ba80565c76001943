/**
 * Opening, saving, importing, recovering and closing, with the questions these ask.
 *
 * <p>The workspace and the workbench import it. Start reading at {@link DocumentActions}.
 */
@NullMarked
package lossgrid.ui.document;

import org.jspecify.annotations.NullMarked;
