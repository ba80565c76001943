package lossgrid.paint;

/** The colour maps of the program, one for each kind of number. Loaded when first asked for. */
public final class Maps {
    private Maps() {}

    /** Diverging around 0: logits and gradients. */
    public static ColorMap diverging() {
        return Diverging.MAP;
    }

    /** Over a fixed 0…1: probabilities. */
    public static ColorMap probabilities() {
        return Probabilities.MAP;
    }

    /** From 0 upwards: losses. */
    public static ColorMap losses() {
        return Losses.MAP;
    }

    /** Classes, in an order that keeps neighbours apart; after the last the first comes again. */
    public static ColorMap classes() {
        return Classes.MAP;
    }

    private static final class Diverging {
        private static final ColorMap MAP = ColorMap.load("rdbu");
    }

    private static final class Probabilities {
        private static final ColorMap MAP = ColorMap.load("viridis");
    }

    private static final class Losses {
        private static final ColorMap MAP = ColorMap.load("magma");
    }

    private static final class Classes {
        private static final ColorMap MAP = ColorMap.load("classes");
    }
}
