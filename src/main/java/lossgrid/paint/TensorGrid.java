package lossgrid.paint;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import lossgrid.core.Tensor;

/**
 * Numbers on a colour scale.
 *
 * @param ignored whether a pixel, counted through {@code [N, H, W]}, is ignored
 * @param text how the numbers are written
 */
public record TensorGrid(
        Tensor values, ColorScale scale, IntPredicate ignored, CellText text, GridShape shape, int longestText)
        implements CellGrid {
    public static TensorGrid of(Tensor values, ColorScale scale, IntPredicate ignored, int digits) {
        return of(values, scale, ignored, CellText.of(digits, peak(values)), GridShape.of(values.shape()));
    }

    private static TensorGrid of(
            Tensor values, ColorScale scale, IntPredicate ignored, CellText text, GridShape shape) {
        return new TensorGrid(values, scale, ignored, text, shape, longest(values, text));
    }

    private static float peak(Tensor values) {
        float peak = 0;
        for (int p = 0; p < values.planeCount(); p++) {
            for (int i = 0; i < values.shape().planeSize(); i++) {
                float size = Math.abs(values.inPlane(p, i));
                peak = Float.isFinite(size) ? Math.max(peak, size) : peak;
            }
        }
        return peak;
    }

    private static int longest(Tensor values, CellText text) {
        float least = 0;
        float most = 0;
        for (int p = 0; p < values.planeCount(); p++) {
            for (int i = 0; i < values.shape().planeSize(); i++) {
                float value = values.inPlane(p, i);
                least = Float.isFinite(value) ? Math.min(least, value) : least;
                most = Float.isFinite(value) ? Math.max(most, value) : most;
            }
        }
        return Math.max(text.write(least).length(), text.write(most).length());
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
        return text.write(values.inPlane(plane, cell));
    }

    @Override
    public OptionalDouble value(int plane, int cell) {
        return look(plane, cell) == CellLook.ORDINARY
                ? OptionalDouble.of(values.inPlane(plane, cell))
                : OptionalDouble.empty();
    }

    @Override
    public Optional<CellGrid> shortened() {
        return text.shorter().map(shorter -> of(values, scale, ignored, shorter, shape));
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
        return scale.equals(that.scale) && text.writesAs(that.text);
    }
}
