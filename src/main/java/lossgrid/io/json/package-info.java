/**
 * An analysis as JSON, and the names that documents have for the model's types.
 *
 * <p>Documents and {@code eval} import it. Start reading at {@link AnalysisJson}.
 */
@NullMarked
package lossgrid.io.json;

import org.jspecify.annotations.NullMarked;
