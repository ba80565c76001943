package lossgrid.model.compare;

import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;

/** Why two experiments are compared. */
public sealed interface ComparisonReason {
    /** Somebody wants to see them. */
    record Free() implements ComparisonReason {}

    /** One makes a mistake of the catalogue, the other does not. */
    record OfMistake(Mistake mistake) implements ComparisonReason {}

    /** One has something wrong with it, the other is mended. */
    record OfFix(Finding finding, Fix fix) implements ComparisonReason {}
}
