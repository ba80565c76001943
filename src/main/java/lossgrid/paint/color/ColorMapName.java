package lossgrid.paint.color;

/** The maps for numbers: perceptually uniform, and told apart by colour-blind people. Probabilities grow lighter, losses darker. */
public enum ColorMapName {
    RDBU(NumberKind.DIVERGING, "RdBu", "rdbu"),
    VIK(NumberKind.DIVERGING, "vik", "vik"),
    BROC(NumberKind.DIVERGING, "broc", "broc"),
    BALANCE(NumberKind.DIVERGING, "balance", "balance"),
    VIRIDIS(NumberKind.PROBABILITY, "viridis", "viridis"),
    CIVIDIS(NumberKind.PROBABILITY, "cividis", "cividis"),
    BATLOW(NumberKind.PROBABILITY, "batlow", "batlow"),
    PLASMA(NumberKind.PROBABILITY, "plasma", "plasma"),
    MAGMA_REVERSED(NumberKind.LOSS, "magma", "magma"),
    LAJOLLA(NumberKind.LOSS, "lajolla", "lajolla"),
    DEVON_REVERSED(NumberKind.LOSS, "devon", "devon-reversed"),
    CIVIDIS_REVERSED(NumberKind.LOSS, "cividis", "cividis-reversed");

    private final NumberKind kind;
    private final String title;
    private final String file;

    ColorMapName(NumberKind kind, String title, String file) {
        this.kind = kind;
        this.title = title;
        this.file = file;
    }

    public NumberKind kind() {
        return kind;
    }

    /** The name that its authors gave it. */
    public String title() {
        return title;
    }

    /** In {@code assets/colormaps/}. */
    String file() {
        return file;
    }
}
