package lossgrid.paint.grid;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import lossgrid.core.array.Tensor;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.Extent;
import lossgrid.paint.color.ScaleColors;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PixelAxis;
import lossgrid.paint.overview.Overview;
import lossgrid.paint.overview.PixelMask;

/**
 * Numbers on a colour scale.
 *
 * @param text the format of the numbers
 */
public record TensorGrid(Overview overview, ColorScale scale, CellFormat text, int longestText) implements NumberGrid {
    /**
     * The grid of an array without an overview.
     *
     * @param ignored whether a pixel, counted through {@code [N, H, W]}, is ignored
     */
    public static TensorGrid of(Tensor values, ColorScale scale, IntPredicate ignored, int digits) {
        PixelMask mask = PixelMask.of(GridShape.of(values.shape()), ignored);
        return of(Overview.of(values, mask, null), scale, digits);
    }

    public static TensorGrid of(Overview overview, ColorScale scale, int digits) {
        return of(overview, scale, CellFormat.of(digits, overview.extent().magnitude()));
    }

    private static TensorGrid of(Overview overview, ColorScale scale, CellFormat text) {
        Extent extent = overview.extent();
        int longest = Math.max(
                text.write(Math.min(extent.least(), 0)).length(),
                text.write(Math.max(extent.most(), 0)).length());
        return new TensorGrid(overview, scale, text, longest);
    }

    @Override
    public LinePainter lines(int plane, PixelAxis columns) {
        return new NumberLines(overview, plane, columns, new ScaleColors(scale));
    }

    @Override
    public int argb(int plane, int cell) {
        return scale.argb(values().inPlane(plane, cell));
    }

    @Override
    public String text(int plane, int cell) {
        return text.write(values().inPlane(plane, cell));
    }

    @Override
    public OptionalDouble value(int plane, int cell) {
        return look(plane, cell) == CellLook.ORDINARY
                ? OptionalDouble.of(values().inPlane(plane, cell))
                : OptionalDouble.empty();
    }

    @Override
    public Optional<CellGrid> shortened() {
        return text.shorter().map(shorter -> of(overview, scale, shorter));
    }

    @Override
    public OptionalInt digits() {
        return OptionalInt.of(text.digits());
    }

    @Override
    public CellGrid withDigits(int digits) {
        return of(overview, scale, text.withDigits(digits));
    }

    @Override
    public CellGrid inTypeFor(int textLength) {
        return new TensorGrid(overview, scale, text, textLength);
    }

    @Override
    public boolean sameCell(CellGrid other, int plane, int cell) {
        return other instanceof TensorGrid that && sameRules(that) && sameNumber(that, plane, cell);
    }

    @Override
    public boolean samePlane(CellGrid other, int plane) {
        return other instanceof TensorGrid that && sameRules(that) && overview.samePlane(that.overview, plane);
    }

    private boolean sameRules(TensorGrid that) {
        return scale.equals(that.scale) && text.writesAs(that.text) && longestText == that.longestText;
    }
}
