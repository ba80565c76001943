package lossgrid.paint.geometry;

import java.util.Optional;

/**
 * The positions of the planes and cells of a grid, in the units of its card.
 *
 * @param left the left edge of the first plane's cells
 * @param top the top edge of the first plane's title
 * @param cell the size of a cell
 * @param title the height of a plane's title, 0 when planes are too narrow to have one
 * @param unit the factor by which type and gaps are enlarged
 */
public record GridGeometry(PlaneWrapping lines, double left, double top, double cell, double title, double unit) {
    private static final double LARGEST_CELL = 160;
    private static final double GAPPED_CELL = 10;
    private static final double CELL_GAP = 2;
    private static final double LARGEST_TEXT_MARGIN = 12;
    private static final double TEXT_MARGIN_SHARE = 0.2;
    /** The units that small cells save on their margin, since every unit of type counts there. */
    private static final double TEXT_MARGIN_SAVED = 1.6;

    /** Smaller type is hard to read. */
    private static final double SMALLEST_TYPE = 9;

    private static final double LARGEST_TYPE = 20;
    private static final double LARGEST_TYPE_SHARE = 0.4;
    /** The part of a cell that the smallest type may take, where there is no room for a larger margin. */
    private static final double TIGHT_TYPE_SHARE = 0.64;

    private static final double CHARACTER_WIDTH = 0.602;

    /** The whole grid as large as it fits into {@code width × height}, centred, with n downwards. */
    public static GridGeometry fit(GridShape shape, double width, double height) {
        return fit(shape, Arrangement.N_DOWN, new PlaneFit(width, height, 1));
    }

    /** The whole grid as large as it fits into a room, centred. */
    public static GridGeometry fit(GridShape shape, Arrangement arrangement, PlaneFit room) {
        return fit(room.lines(shape, arrangement), Double.MAX_VALUE, room);
    }

    /** The whole grid in these lines, centred, with cells as large as they fit and no larger than {@code most}. */
    public static GridGeometry fit(PlaneWrapping lines, double most, PlaneFit room) {
        GridShape shape = lines.shape();
        double cell = Math.min(most, room.wholeCell(lines));
        double title = titleOf(shape, cell, room.unit());
        GridGeometry atOrigin = new GridGeometry(lines, 0, 0, cell, title, room.unit());
        double left = (room.width() - atOrigin.contentWidth()) / 2;
        double top = (room.height() - atOrigin.contentHeight()) / 2;
        return new GridGeometry(lines, Math.round(left), Math.round(top), cell, title, room.unit());
    }

    private static double titleOf(GridShape shape, double cell, double unit) {
        return PlaneFit.title(shape, cell, unit);
    }

    public GridShape shape() {
        return lines.shape();
    }

    private double planeGap() {
        return PlaneFit.GAP * unit;
    }

    private double slotWidth() {
        return shape().width() * cell + planeGap();
    }

    private double slotHeight() {
        return title + shape().height() * cell + planeGap();
    }

    public double contentWidth() {
        return lines.perLine() * slotWidth() - planeGap();
    }

    public double contentHeight() {
        return lines.lines() * slotHeight() - planeGap();
    }

    /** The left edge of a plane's cells. */
    public double planeX(int plane) {
        return left + lines.across(plane) * slotWidth();
    }

    /** The top edge of a plane's cells. */
    public double planeY(int plane) {
        return top + lines.line(plane) * slotHeight() + title;
    }

    public double cellX(CellRef ref) {
        int w = ref.cell() % shape().width();
        return planeX(ref.plane()) + w * cell;
    }

    public double cellY(CellRef ref) {
        int h = ref.cell() / shape().width();
        return planeY(ref.plane()) + h * cell;
    }

    /** The gap between two cells; 0 when they are small. */
    public double cellGap() {
        return cell >= GAPPED_CELL * unit ? CELL_GAP * unit : 0;
    }

    /** The font size at which texts of so many monospaced characters fit into a cell. */
    public double fontSize(int longestText) {
        double margin = Math.clamp(cell * TEXT_MARGIN_SHARE - TEXT_MARGIN_SAVED * unit, 0, LARGEST_TEXT_MARGIN * unit);
        double fitting = (cell - margin) / (CHARACTER_WIDTH * longestText);
        double usual = Math.max(cell * LARGEST_TYPE_SHARE, Math.min(SMALLEST_TYPE * unit, cell * TIGHT_TYPE_SHARE));
        return Math.min(LARGEST_TYPE * unit, Math.min(usual, fitting));
    }

    /** Whether texts of so many characters are legible in a cell. */
    public boolean showsText(int longestText) {
        return fontSize(longestText) >= SMALLEST_TYPE * unit;
    }

    /** The cell at a point, if there is one. */
    public Optional<CellRef> locate(double x, double y) {
        int across = (int) Math.floor((x - left) / slotWidth());
        int line = (int) Math.floor((y - top) / slotHeight());
        return lines.at(line, across).flatMap(plane -> locate(plane, x, y));
    }

    private Optional<CellRef> locate(int plane, double x, double y) {
        int w = (int) Math.floor((x - planeX(plane)) / cell);
        int h = (int) Math.floor((y - planeY(plane)) / cell);
        return w >= 0 && w < shape().width() && h >= 0 && h < shape().height()
                ? Optional.of(new CellRef(plane, h * shape().width() + w))
                : Optional.empty();
    }

    /** The cell of a plane that is nearest to a point. */
    public CellRef nearest(int plane, double x, double y) {
        int w = (int) Math.clamp(Math.floor((x - planeX(plane)) / cell), 0, shape().width() - 1);
        int h = (int) Math.clamp(Math.floor((y - planeY(plane)) / cell), 0, shape().height() - 1);
        return new CellRef(plane, h * shape().width() + w);
    }

    /** This geometry with cells {@code factor} times as large and the same point of the grid under (x, y). */
    public GridGeometry zoomed(double factor, double x, double y) {
        double size = Math.min(cell * factor, LARGEST_CELL * unit);
        GridGeometry larger = new GridGeometry(lines, left, top, size, titleOf(shape(), size, unit), unit);
        double across = Math.clamp(Math.floor((x - left) / slotWidth()), 0, lines.perLine() - 1);
        double line = Math.clamp(Math.floor((y - top) / slotHeight()), 0, lines.lines() - 1);
        double u = (x - left - across * slotWidth()) / cell;
        double v = (y - top - line * slotHeight() - title) / cell;
        double newLeft = x - across * larger.slotWidth() - u * size;
        double newTop = y - line * larger.slotHeight() - larger.title - v * size;
        return new GridGeometry(lines, newLeft, newTop, size, larger.title, unit);
    }

    public GridGeometry panned(double dx, double dy) {
        return new GridGeometry(lines, left + dx, top + dy, cell, title, unit);
    }

    /**
     * This geometry, which fits into {@code width × height}, with the zoom of {@code other} relative to its own fit,
     * and with the same point of the same plane in the middle.
     *
     * @param otherFit the fit of the other grid, with planes of the same size, into {@code otherWidth × otherHeight}
     */
    public GridGeometry like(
            GridGeometry other,
            GridGeometry otherFit,
            double otherWidth,
            double otherHeight,
            double width,
            double height) {
        GridGeometry close = zoomed(other.cell / otherFit.cell, 0, 0);
        int middle = other.planeNear(otherWidth / 2, otherHeight / 2);
        double u = (otherWidth / 2 - other.planeX(middle)) / other.cell;
        double v = (otherHeight / 2 - other.planeY(middle)) / other.cell;
        int plane = shape().planeLike(other.shape(), middle);
        return close.panned(
                width / 2 - close.planeX(plane) - u * close.cell, height / 2 - close.planeY(plane) - v * close.cell);
    }

    /** The plane at a point, or the nearest one. */
    private int planeNear(double x, double y) {
        int across = (int) Math.clamp(Math.floor((x - left) / slotWidth()), 0, lines.perLine() - 1);
        int line = (int) Math.clamp(Math.floor((y - top) / slotHeight()), 0, lines.lines() - 1);
        return lines.at(line, across).orElse(shape().planes() - 1);
    }
}
