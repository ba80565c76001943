/**
 * Small controls that are independent of documents, and the theme.
 *
 * <p>Every other room of ui may import it. Start reading at {@link CommitField}.
 */
@NullMarked
package lossgrid.ui.control;

import org.jspecify.annotations.NullMarked;
