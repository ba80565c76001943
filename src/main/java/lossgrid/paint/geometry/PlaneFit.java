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
    static final double LARGEST_CELL = 110;
    /** The width, at the default size of type, from which a plane has a title. */
    static final double NARROWEST_TITLED_PLANE = 44;
    /** The factor by which cells have to become larger for planes to be arranged in a less usual way. */
    static final double WORTH_REARRANGING = 1.08;

    /** The lines of an array: planes that belong beside each other share one, unless several make cells larger. */
    public PlaneWrapping lines(GridShape shape, Arrangement arrangement) {
        PlaneWrapping best = PlaneWrapping.unbroken(shape, arrangement);
        for (PlaneOrder order : PlaneOrder.of(shape, arrangement)) {
            PlaneWrapping candidate = order.lines(shape);
            if (wholeCell(candidate) > WORTH_REARRANGING * wholeCell(best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static double smallestCell(GridShape shape) {
        return 1.0 / Math.max(shape.width(), shape.height());
    }

    /** The largest cell with which all lines fit, in whole units unless it is tiny. */
    double wholeCell(PlaneWrapping lines) {
        double size = whole(Math.min(LARGEST_CELL * unit, cell(lines)));
        return Math.max(size, smallestCell(lines.shape()));
    }

    /** A size of cells in whole units, unless it is tiny. */
    static double whole(double cell) {
        return cell >= 2 ? Math.floor(cell) : cell;
    }

    /** The height of a plane's title; 0 where planes are too narrow to have one. */
    static double title(GridShape shape, double cell, double unit) {
        return shape.width() * cell >= NARROWEST_TITLED_PLANE * unit ? TITLE * unit : 0;
    }

    /** The width that planes take with cells of this size. */
    static double width(PlaneWrapping lines, double cell, double unit) {
        return lines.perLine() * (lines.shape().width() * cell + GAP * unit) - GAP * unit + 2 * EDGE;
    }

    /** The height that planes take with cells of this size. */
    static double height(PlaneWrapping lines, double cell, double unit) {
        GridShape shape = lines.shape();
        double line = title(shape, cell, unit) + shape.height() * cell + GAP * unit;
        return lines.lines() * line - GAP * unit + 2 * EDGE;
    }

    /** The largest cell with which all lines fit, with titles if possible; negative where not even the gaps fit. */
    private double cell(PlaneWrapping lines) {
        double titled = cell(lines, TITLE * unit);
        double narrowest = NARROWEST_TITLED_PLANE * unit / lines.shape().width();
        return titled >= narrowest ? titled : Math.max(titled, Math.min(cell(lines, 0), Math.nextDown(narrowest)));
    }

    private double cell(PlaneWrapping lines, double title) {
        GridShape shape = lines.shape();
        double gap = GAP * unit;
        double freeWidth = width - 2 * EDGE - (lines.perLine() - 1) * gap;
        double freeHeight = height - 2 * EDGE - (lines.lines() - 1) * gap - lines.lines() * title;
        return Math.min(freeWidth / (lines.perLine() * shape.width()), freeHeight / (lines.lines() * shape.height()));
    }
}
