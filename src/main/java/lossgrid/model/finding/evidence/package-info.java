/**
 * Facts that several rules look at, each found once, and the fixes that several rules offer.
 *
 * <p>Rules alone import it. Start reading at {@link MaskEvidence}.
 */
@NullMarked
package lossgrid.model.finding.evidence;

import org.jspecify.annotations.NullMarked;
