/**
 * Rules about activation, loss and options: wrong combinations, and errors that no other rule explains.
 *
 * <p>The rule set alone imports it; no rule knows another. Start reading at {@link SoftmaxBeforeCrossEntropyRule}.
 */
@NullMarked
package lossgrid.model.finding.rule.recipe;

import org.jspecify.annotations.NullMarked;
