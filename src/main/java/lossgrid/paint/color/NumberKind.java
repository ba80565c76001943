package lossgrid.paint.color;

import java.util.Arrays;
import java.util.List;

/** What a number is, which decides its colours: each kind has maps, a range and, by default, ends of its own. */
public enum NumberKind {
    /** Around 0: logits. */
    DIVERGING,
    /** Around 0, on the maps of {@link #DIVERGING} but over a range of its own. */
    GRADIENT,
    /** Around 0, likewise: one map minus another. */
    DIFFERENCE,
    /** 0…1. */
    PROBABILITY,
    /** From 0 upwards. */
    LOSS;

    /** The maps made for this kind; the first is the usual one. */
    public List<ColorMapName> maps() {
        NumberKind madeFor = this == GRADIENT || this == DIFFERENCE ? DIVERGING : this;
        return Arrays.stream(ColorMapName.values())
                .filter(map -> map.kind() == madeFor)
                .toList();
    }
}
