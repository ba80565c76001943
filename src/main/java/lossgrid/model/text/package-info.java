/**
 * Numbers, arrays and tables as people type and paste them, and as Python has them; records by the names of their
 * fields.
 *
 * <p>The rest of the model and all above it import it; it knows the core alone. Start reading at {@link NumberParser}.
 */
@NullMarked
package lossgrid.model.text;

import org.jspecify.annotations.NullMarked;
