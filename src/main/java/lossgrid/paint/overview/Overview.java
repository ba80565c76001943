package lossgrid.paint.overview;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lossgrid.core.array.PixelIndices;
import lossgrid.core.array.Tensor;
import lossgrid.paint.color.Extent;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import org.jspecify.annotations.Nullable;

/**
 * A summary of an array, needed before it is painted: the extent of its numbers, its looks that are not ordinary, and
 * its blocks for zooming out. Immutable.
 */
public final class Overview {
    private static final int LEAST_IN_PARALLEL = 1 << 16;
    /** With more changed pixels a plane is read again as a whole. */
    private static final int MOST_REREAD = 4096;

    private final Tensor values;
    private final PixelMask mask;
    private final GridShape shape;
    private final List<PlaneOverview> planes;

    private Overview(Tensor values, PixelMask mask, GridShape shape, List<PlaneOverview> planes) {
        this.values = values;
        this.mask = mask;
        this.shape = shape;
        this.planes = planes;
    }

    /** The overview of an array without ignored pixels. */
    public static Overview of(Tensor values) {
        return of(values, PixelMask.NONE, null);
    }

    /**
     * The overview of an array; planes are read on all cores.
     *
     * @param before the overview of an earlier array, whose planes are not read again where they are the same
     */
    public static Overview of(Tensor values, PixelMask mask, @Nullable Overview before) {
        GridShape shape = GridShape.of(values.shape());
        Overview old = before != null && before.values.shape().equals(values.shape()) ? before : null;
        Optional<int[]> changed =
                old == null ? Optional.empty() : PixelIndices.changed(values, old.values, MOST_REREAD);
        PlaneOverview[] planes = new PlaneOverview[shape.planes()];
        IntStream all = IntStream.range(0, planes.length);
        (values.size() > LEAST_IN_PARALLEL ? all.parallel() : all)
                .forEach(p -> planes[p] = plane(values, mask, shape, p, old, changed));
        return new Overview(values, mask, shape, Arrays.asList(planes));
    }

    private static PlaneOverview plane(
            Tensor values, PixelMask mask, GridShape shape, int p, @Nullable Overview old, Optional<int[]> changed) {
        if (old != null && old.shows(values, mask, p)) {
            return old.planes.get(p);
        }
        int row = p / shape.columns();
        if (old == null || changed.isEmpty() || !mask.sameRow(old.mask, row)) {
            return OverviewBuilder.read(values, shape, p, mask);
        }
        int first = shape.element(row, 0);
        int[] cells = Arrays.stream(changed.get())
                .map(pixel -> pixel - first)
                .filter(cell -> cell >= 0 && cell < shape.planeSize())
                .toArray();
        return cells.length == 0
                ? old.planes.get(p)
                : OverviewBuilder.reread(old.planes.get(p), old.values, values, shape, p, mask, cells);
    }

    private boolean shows(Tensor others, PixelMask otherMask, int plane) {
        return values.samePlane(others, plane) && mask.sameRow(otherMask, plane / shape.columns());
    }

    /** Whether it is certain that nothing of a plane differs. */
    public boolean samePlane(Overview other, int plane) {
        return shows(other.values, other.mask, plane);
    }

    public Tensor values() {
        return values;
    }

    public GridShape shape() {
        return shape;
    }

    public PixelMask mask() {
        return mask;
    }

    public PlaneOverview plane(int plane) {
        return planes.get(plane);
    }

    public CellLook look(int plane, int cell) {
        return mask.contains(plane / shape.columns(), cell)
                ? CellLook.IGNORED
                : CellLook.of(values.inPlane(plane, cell));
    }

    /** The extent of all planes together. */
    public Extent extent() {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (PlaneOverview plane : planes) {
            PlaneOverview.Level whole = plane.levels().getLast();
            least = Math.min(least, whole.min()[0]);
            most = Math.max(most, whole.max()[0]);
        }
        return least <= most ? new Extent(least, most) : Extent.NOTHING;
    }

    /** Whether all numbers except those of ignored pixels are finite. */
    public boolean isFinite() {
        return planes.stream().allMatch(plane -> plane.counts().stream().allMatch(count -> count == 0));
    }

    /** The counts of looks that are not ordinary, as in {@code LookCounts}. */
    public Map<CellLook, Integer> looks() {
        Map<CellLook, Integer> out = new EnumMap<>(CellLook.class);
        for (CellLook look : CellLook.values()) {
            int count = look == CellLook.IGNORED
                    ? mask.count()
                    : planes.stream()
                            .mapToInt(plane -> plane.counts().get(look.code()))
                            .sum();
            if (count > 0) {
                out.put(look, count);
            }
        }
        return out;
    }
}
