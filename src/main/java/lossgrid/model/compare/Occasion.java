package lossgrid.model.compare;

import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;

/** Why two experiments are compared. */
public sealed interface Occasion {
    /** Somebody wants to see them. */
    record Free() implements Occasion {}

    /** One makes a mistake of the catalogue, the other does not. */
    record OfMistake(Mistake mistake) implements Occasion {}

    /** One has something wrong with it, the other is mended. */
    record OfFix(Finding finding, Fix fix) implements Occasion {}
}
