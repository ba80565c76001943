/**
 * Other right ways to the same loss, and how far float32 lets them agree.
 *
 * <p>The side panel imports it; it knows the analysis. Start reading at {@link WaysAgreement}.
 */
@NullMarked
package lossgrid.model.ways;

import org.jspecify.annotations.NullMarked;
