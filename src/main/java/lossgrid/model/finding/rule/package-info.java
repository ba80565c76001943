/**
 * The set of all rules, and the order of their findings.
 *
 * <p>The window, {@code check} and comparisons import it; it knows every rule. Start reading at {@link RuleSet}.
 */
@NullMarked
package lossgrid.model.finding.rule;

import org.jspecify.annotations.NullMarked;
