/**
 * Guesses about arrays without context: their role, their number of classes, and logits that fit them.
 *
 * <p>Edits, findings and the import of files use it; it knows the document. Start reading at {@link ExampleLogits}.
 */
@NullMarked
package lossgrid.model.example;

import org.jspecify.annotations.NullMarked;
