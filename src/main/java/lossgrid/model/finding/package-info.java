/**
 * The doctor: what is wrong with labels, recipe and options, why, and how to mend it. One small class a rule; {@link lossgrid.model.finding.rule.RuleSet}
 * runs them. Knows core and model.
 */
package lossgrid.model.finding;
