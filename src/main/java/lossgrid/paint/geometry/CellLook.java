package lossgrid.paint.geometry;

/**
 * The appearance of a cell. Only {@link #ORDINARY} cells have a colour of the map; the others have a glyph or a hatch.
 */
public enum CellLook {
    ORDINARY,
    NAN,
    POSITIVE_INFINITY,
    NEGATIVE_INFINITY,
    /** The target is {@code ignore_index}. */
    IGNORED,
    /** A label that is not a class. */
    NO_CLASS;

    /** The code of a look in lines of pixels; 0 for the ordinary one. */
    @SuppressWarnings("EnumOrdinal") // Codes are used only while painting.
    public byte code() {
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
