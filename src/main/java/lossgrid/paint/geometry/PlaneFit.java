package lossgrid.paint.geometry;

/**
 * The room for planes on a card, and the size of cells that it allows. It depends on shapes only, never on cells.
 *
 * @param unit the factor by which type and gaps are enlarged
 */
public record PlaneFit(double width, double height, double unit) {
    /** The gap between two planes, at the default size of type. */
    static final double GAP = 10;

    /** The margin around all planes, so that outlines are not cut off. */
    private static final double EDGE = 4;

    static final double TITLE = 17;
    private static final double LARGEST_CELL = 110;
    private static final double SMALL_CELL = 14;
    /** The size of a cell with room for the default digits, a sign and a point. */
    private static final double ROOMY_CELL = 36;
    /** The units by which a window may grow or shrink and still count as the same size. */
    private static final double LITTLE = 24;
    /** The same for its type, whose size follows in steps. */
    private static final double LITTLE_TYPE = 0.05;

    private static final double WORTH_WRAPPING = 1.5;

    /**
     * The lines of an array. Planes that belong beside each other share a line, unless several lines make cells much
     * larger.
     */
    public PlaneWrapping lines(GridShape shape, Arrangement arrangement) {
        PlaneWrapping unbroken = PlaneWrapping.unbroken(shape, arrangement);
        double cell = wholeCell(unbroken);
        if (cell >= SMALL_CELL) {
            return unbroken;
        }
        PlaneWrapping lines = unbroken;
        double best = cell * WORTH_WRAPPING;
        for (int perLine = 1; perLine < unbroken.together(); perLine++) {
            PlaneWrapping candidate = unbroken.broken(perLine);
            double size = wholeCell(candidate);
            if (size > best) {
                best = size;
                lines = candidate;
            }
        }
        return lines;
    }

    /** The size of cells in an arrangement, up to the size from which reading no longer improves. */
    double usefulCell(GridShape shape, Arrangement arrangement) {
        return Math.min(wholeCell(lines(shape, arrangement)), ROOMY_CELL * unit);
    }

    /** Whether this room is hardly larger or smaller than another. */
    boolean isLike(PlaneFit other) {
        return Math.abs(width - other.width) < LITTLE
                && Math.abs(height - other.height) < LITTLE
                && Math.abs(unit - other.unit) < LITTLE_TYPE;
    }

    private static double smallestCell(GridShape shape) {
        return 1.0 / Math.max(shape.width(), shape.height());
    }

    /** The largest cell with which all lines fit, in whole units unless it is tiny. */
    double wholeCell(PlaneWrapping lines) {
        GridShape shape = lines.shape();
        double size = Math.min(LARGEST_CELL * unit, cell(lines));
        double pixels = size >= 2 ? Math.floor(size) : size;
        return Math.max(pixels, smallestCell(shape));
    }

    /** The largest cell with which all lines fit; negative where even their titles do not fit. */
    private double cell(PlaneWrapping lines) {
        GridShape shape = lines.shape();
        double gap = GAP * unit;
        double freeWidth = width - 2 * EDGE - (lines.perLine() - 1) * gap;
        double freeHeight = height - 2 * EDGE - (lines.lines() - 1) * gap - lines.lines() * TITLE * unit;
        return Math.min(freeWidth / (lines.perLine() * shape.width()), freeHeight / (lines.lines() * shape.height()));
    }
}
