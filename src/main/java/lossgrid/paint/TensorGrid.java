package lossgrid.paint;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import lossgrid.core.Tensor;

/**
 * Numbers on a colour scale.
 *
 * @param ignored whether a pixel, counted through {@code [N, H, W]}, is ignored
 */
public record TensorGrid(
        Tensor values, ColorScale scale, IntPredicate ignored, int digits, GridShape shape, int longestText)
        implements CellGrid {
    public static TensorGrid of(Tensor values, ColorScale scale, IntPredicate ignored, int digits) {
        return new TensorGrid(values, scale, ignored, digits, GridShape.of(values.shape()), longest(values, digits));
    }

    private static int longest(Tensor values, int digits) {
        float least = 0;
        float most = 0;
        for (int p = 0; p < values.planeCount(); p++) {
            for (int i = 0; i < values.size() / values.planeCount(); i++) {
                float value = values.inPlane(p, i);
                least = Float.isFinite(value) ? Math.min(least, value) : least;
                most = Float.isFinite(value) ? Math.max(most, value) : most;
            }
        }
        return Math.max(
                Numbers.fixed(least, digits).length(),
                Numbers.fixed(most, digits).length());
    }

    @Override
    public CellLook look(int plane, int cell) {
        return ignored.test(plane / shape.columns() * shape.planeSize() + cell)
                ? CellLook.IGNORED
                : CellLook.of(values.inPlane(plane, cell));
    }

    @Override
    public int argb(int plane, int cell) {
        return scale.argb(values.inPlane(plane, cell));
    }

    @Override
    public String text(int plane, int cell) {
        return Numbers.fixed(values.inPlane(plane, cell), digits);
    }

    @Override
    public OptionalDouble value(int plane, int cell) {
        return look(plane, cell) == CellLook.ORDINARY
                ? OptionalDouble.of(values.inPlane(plane, cell))
                : OptionalDouble.empty();
    }

    /** Down to one digit, as long as the ends of the scale do not become 0. */
    @Override
    public Optional<CellGrid> shortened() {
        double end = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
        return digits > 1 && end >= Math.pow(10, 1 - digits)
                ? Optional.of(new TensorGrid(values, scale, ignored, digits - 1, shape, longestText - 1))
                : Optional.empty();
    }

    @Override
    public boolean sameCell(CellGrid other, int plane, int cell) {
        return other instanceof TensorGrid that
                && sameRules(that)
                && Float.floatToIntBits(values.inPlane(plane, cell))
                        == Float.floatToIntBits(that.values.inPlane(plane, cell))
                && look(plane, cell) == that.look(plane, cell);
    }

    /** Ignored pixels may change under the same numbers, so only grids that have none are compared by storage. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean samePlane(CellGrid other, int plane) {
        return other instanceof TensorGrid that
                && sameRules(that)
                && ignored == that.ignored
                && values.samePlane(that.values, plane);
    }

    private boolean sameRules(TensorGrid that) {
        return scale.equals(that.scale) && digits == that.digits;
    }
}
