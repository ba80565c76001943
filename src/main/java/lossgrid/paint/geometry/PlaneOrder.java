package lossgrid.paint.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * The way planes lie, the same on all cards of a board: the direction of n, and how many planes a line has at most.
 *
 * @param perLine more than an array has planes beside each other for one line
 */
public record PlaneOrder(Arrangement arrangement, int perLine) {
    /** Images below each other, each in one line. */
    public static PlaneOrder usual(GridShape shape) {
        return unbroken(shape, Arrangement.N_DOWN);
    }

    private static PlaneOrder unbroken(GridShape shape, Arrangement arrangement) {
        return new PlaneOrder(
                arrangement, PlaneWrapping.unbroken(shape, arrangement).perLine());
    }

    /** The orders that differ for this array, the most usual first. */
    public static List<PlaneOrder> of(GridShape shape) {
        List<PlaneOrder> orders = new ArrayList<>(of(shape, Arrangement.N_DOWN));
        orders.addAll(of(shape, Arrangement.N_ACROSS));
        return orders;
    }

    /** The orders of one direction that differ for this array: in one line, in two, … */
    static List<PlaneOrder> of(GridShape shape, Arrangement arrangement) {
        int together = unbroken(shape, arrangement).perLine();
        List<PlaneOrder> orders = new ArrayList<>();
        int last = 0;
        for (int lines = 1; lines <= together; lines++) {
            int perLine = Math.ceilDiv(together, lines);
            if (perLine != last) {
                orders.add(new PlaneOrder(arrangement, perLine));
                last = perLine;
            }
        }
        return orders;
    }

    /** The lines of an array that has the planes of this order, or some of them. */
    public PlaneWrapping lines(GridShape shape) {
        PlaneWrapping unbroken = PlaneWrapping.unbroken(shape, arrangement);
        return unbroken.broken(Math.clamp(perLine, 1, unbroken.perLine()));
    }
}
