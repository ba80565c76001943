/**
 * Everything a user can do to a document, as values; and the history of what has been done.
 *
 * <p>Findings, comparisons and the window import it; it knows documents and analyses. Start reading at {@link Edit},
 * then {@link Edits}.
 */
@NullMarked
package lossgrid.model.edit;

import org.jspecify.annotations.NullMarked;
