package lossgrid.ui.figure;

/**
 * The room for a figure.
 *
 * @param width in units of the layout
 * @param type the size of ordinary type, in the same units
 * @param resolution pixels a unit of what is painted
 */
record FigureSpace(double width, double type, double resolution) {
    private static final double DESIGN_TYPE = 13;
    private static final double GAP = 1.6;

    /** The factor by which type is larger than the window's is designed. */
    double unit() {
        return type / DESIGN_TYPE;
    }

    /** The gap between two columns. */
    double gap() {
        return Math.rint(GAP * type);
    }

    double ems() {
        return width / type;
    }

    /** One of several columns of equal width. */
    FigureSpace column(int columns) {
        return new FigureSpace(Math.floor((width - (columns - 1) * gap()) / columns), type, resolution);
    }
}
