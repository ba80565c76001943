package lossgrid.model.compare;

import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;

/** The reason for which two experiments are compared. */
public sealed interface ComparisonReason {
    /** The user asked for a comparison without a finding or a mistake. */
    record Free() implements ComparisonReason {}

    /** The left one makes a mistake of the catalogue, the right one does not. */
    record OfMistake(Mistake mistake) implements ComparisonReason {}

    /** The right one is the left one with a fix for the finding. */
    record OfFix(Finding finding, Fix fix) implements ComparisonReason {}
}
