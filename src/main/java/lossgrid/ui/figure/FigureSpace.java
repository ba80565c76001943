package lossgrid.ui.figure;

import lossgrid.paint.geometry.PlaneFit;

/**
 * The room for a figure.
 *
 * @param width in units of the layout
 * @param type the size of ordinary type, in the same units
 * @param resolution pixels a unit of what is painted
 * @param tallest the most height of an array's planes, relative to the width
 */
record FigureSpace(double width, double type, double resolution, double tallest) {
    /** Beside each other, planes are lower than wide, so that a slide has room for two rows of them. */
    private static final double LOW = 0.9;

    private static final double DESIGN_TYPE = 13;
    private static final double GAP = 1.6;

    /** The room for the planes of an array. */
    PlaneFit planes() {
        return new PlaneFit(width, width * tallest, unit());
    }

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
        double columnWidth = Math.floor((width - (columns - 1) * gap()) / columns);
        return new FigureSpace(columnWidth, type, resolution, columns > 2 ? LOW : tallest);
    }
}
