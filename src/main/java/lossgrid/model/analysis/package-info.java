/**
 * Everything that follows from a document, as a pure function: a value for each stage, or what PyTorch raises there.
 *
 * <p>Edits, derivations, findings and all views import it; it knows the document and the core. Start reading at {@link
 * Analyzer}.
 */
@NullMarked
package lossgrid.model.analysis;

import org.jspecify.annotations.NullMarked;
