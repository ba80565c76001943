/**
 * The document: logits, raw labels, encoding steps, recipe, options and classes, in one immutable record.
 *
 * <p>All of the model above it, io, words and the window import it. Start reading at {@link Experiment}.
 */
@NullMarked
package lossgrid.model.document;

import org.jspecify.annotations.NullMarked;
