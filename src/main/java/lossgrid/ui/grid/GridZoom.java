package lossgrid.ui.grid;

import java.util.Objects;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneFit;
import lossgrid.paint.geometry.PlaneOrder;
import org.jspecify.annotations.Nullable;

/**
 * The part of a grid that its view shows: all planes as large as they fit, in the arrangement that the view has been
 * given, or what the user has zoomed to.
 */
final class GridZoom {
    private final GridStyle view;
    private Arrangement arrangement = Arrangement.N_DOWN;
    private @Nullable PlaneOrder order;
    private double most = Double.MAX_VALUE;
    private @Nullable GridGeometry zoomed;

    GridZoom(GridStyle view) {
        this.view = view;
    }

    GridGeometry geometry(GridShape shape) {
        return zoomed != null ? zoomed : fitted(shape);
    }

    private GridGeometry fitted(GridShape shape) {
        PlaneOrder given = order;
        return given == null
                ? GridGeometry.fit(shape, arrangement, room())
                : GridGeometry.fit(given.lines(shape), most, room());
    }

    private PlaneFit room() {
        return new PlaneFit(view.getWidth(), view.getHeight(), view.unit());
    }

    /** Shows all again; false if it did already. */
    boolean reset() {
        boolean changes = zoomed != null;
        zoomed = null;
        return changes;
    }

    /** Arranges planes in this direction, wrapped for the largest cells. Whether they lie otherwise now. */
    boolean arrange(Arrangement next) {
        return arrange(next, null, Double.MAX_VALUE);
    }

    /** Arranges planes in this order, with cells no larger than {@code mostNow}. Whether they lie otherwise now. */
    boolean arrange(PlaneOrder next, double mostNow) {
        return arrange(next.arrangement(), next, mostNow);
    }

    private boolean arrange(Arrangement next, @Nullable PlaneOrder nextOrder, double mostNow) {
        boolean changes = arrangement != next || !Objects.equals(order, nextOrder) || most != mostNow;
        if (changes) {
            arrangement = next;
            order = nextOrder;
            most = mostNow;
            reset();
        }
        return changes;
    }

    void zoom(GridShape shape, double factor, double x, double y) {
        GridGeometry next = geometry(shape).zoomed(factor, x, y);
        zoomed = next.cell() <= fitted(shape).cell() ? null : next;
    }

    /** Whether there was anything to move. */
    boolean pan(double dx, double dy) {
        if (zoomed == null) {
            return false;
        }
        zoomed = zoomed.panned(dx, dy);
        return true;
    }

    /** Zooms and pans to what another view shows of a grid with planes of the same size. */
    void follow(GridZoom other, GridShape shape, GridShape otherShape) {
        GridGeometry theirs = other.zoomed;
        zoomed = theirs == null
                ? null
                : fitted(shape)
                        .like(
                                theirs,
                                other.fitted(otherShape),
                                other.view.getWidth(),
                                other.view.getHeight(),
                                view.getWidth(),
                                view.getHeight());
    }
}
