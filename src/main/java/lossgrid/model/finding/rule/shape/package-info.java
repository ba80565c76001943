/**
 * Rules about shapes, layouts and dtypes of labels and weights.
 *
 * <p>The rule set alone imports it; no rule knows another. Start reading at {@link LayoutRule}.
 */
@NullMarked
package lossgrid.model.finding.rule.shape;

import org.jspecify.annotations.NullMarked;
