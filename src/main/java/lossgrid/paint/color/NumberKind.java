package lossgrid.paint.color;

import java.util.Arrays;
import java.util.List;

/** The kinds of numbers, each with its colour maps and its default range. */
public enum NumberKind {
    /** Around 0: logits. */
    DIVERGING,
    /** Around 0, on the maps of {@link #DIVERGING} but with a separate range. */
    GRADIENT,
    /** Around 0, likewise: the difference of two maps. */
    DIFFERENCE,
    /** 0…1. */
    PROBABILITY,
    /** From 0 upwards. */
    LOSS;

    /** The maps made for this kind; the first is the default. */
    public List<ColorMapName> maps() {
        NumberKind madeFor = this == GRADIENT || this == DIFFERENCE ? DIVERGING : this;
        return Arrays.stream(ColorMapName.values())
                .filter(map -> map.kind() == madeFor)
                .toList();
    }
}
