package lossgrid.paint;

import java.util.Arrays;
import java.util.List;

/** What a number is, which decides its colours: each kind has maps, a range and, by default, ends of its own. */
public enum NumberKind {
    /** Around 0: logits and gradients. */
    DIVERGING,
    /** 0…1. */
    PROBABILITY,
    /** From 0 upwards. */
    LOSS;

    /** The maps made for this kind; the first is the usual one. */
    public List<MapName> maps() {
        return Arrays.stream(MapName.values()).filter(map -> map.kind() == this).toList();
    }
}
