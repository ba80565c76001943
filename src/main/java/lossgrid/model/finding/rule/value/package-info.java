/**
 * Rules about the values of labels: out of range, scaled, grey for class, void that is not ignored.
 *
 * <p>The rule set alone imports it; no rule knows another. Start reading at {@link IndexOutOfRangeRule}.
 */
@NullMarked
package lossgrid.model.finding.rule.value;

import org.jspecify.annotations.NullMarked;
