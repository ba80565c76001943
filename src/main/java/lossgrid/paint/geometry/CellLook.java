package lossgrid.paint.geometry;

/** How a cell is to be seen. Only {@link #ORDINARY} ones take a colour of the map; the others have a glyph or a hatch. */
public enum CellLook {
    ORDINARY,
    NAN,
    POSITIVE_INFINITY,
    NEGATIVE_INFINITY,
    /** The target is {@code ignore_index}. */
    IGNORED,
    /** A label that names no class. */
    NO_CLASS;

    /** How lines of pixels hold looks; 0 for the ordinary one. */
    @SuppressWarnings("EnumOrdinal")
    public // Codes live no longer than a painting.
    byte code() {
        return (byte) ordinal();
    }

    public static CellLook of(double value) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
        }
        return ORDINARY;
    }
}
