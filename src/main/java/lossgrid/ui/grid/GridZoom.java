package lossgrid.ui.grid;

import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneFit;
import org.jspecify.annotations.Nullable;

/**
 * The part of a grid that its view shows: all planes as large as they fit, in the arrangement that the view has been
 * given, or what the user has zoomed to.
 */
final class GridZoom {
    private final GridStyle view;
    private Arrangement arrangement = Arrangement.N_DOWN;
    private @Nullable GridGeometry zoomed;

    GridZoom(GridStyle view) {
        this.view = view;
    }

    GridGeometry geometry(GridShape shape) {
        return zoomed != null ? zoomed : fitted(shape);
    }

    private GridGeometry fitted(GridShape shape) {
        return GridGeometry.fit(shape, arrangement, room());
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

    /** Whether planes lie otherwise now. */
    boolean arrange(Arrangement next) {
        boolean changes = arrangement != next;
        if (changes) {
            arrangement = next;
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
