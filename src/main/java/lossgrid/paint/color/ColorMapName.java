package lossgrid.paint.color;

/**
 * The maps for numbers: perceptually uniform, and distinguishable for colour-blind people. Probabilities grow lighter,
 * losses darker.
 */
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

    /** The name given by its authors. */
    public String title() {
        return title;
    }

    /** The file's name in {@code assets/colormaps/}. */
    String file() {
        return file;
    }
}
