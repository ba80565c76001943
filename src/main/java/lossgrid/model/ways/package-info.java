/**
 * Other correct ways to compute the same loss, and their agreement in float32.
 *
 * <p>The side panel imports it; it knows the analysis. Start reading at {@link WaysAgreement}.
 */
@NullMarked
package lossgrid.model.ways;

import org.jspecify.annotations.NullMarked;
