package lossgrid.ui.compare;

import java.util.Optional;
import java.util.function.IntPredicate;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.MapQuantity;
import lossgrid.model.compare.MapTriple;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.grid.TensorGrid;
import lossgrid.paint.overview.Overview;

/**
 * The cells of a comparison's maps.
 *
 * @param kind of both sides
 * @param scale of both sides
 * @param around the scale of the difference
 */
public record CompareCells(
        NumberKind kind,
        ColorScale scale,
        ColorScale around,
        Optional<TensorGrid> left,
        Optional<TensorGrid> right,
        Optional<TensorGrid> difference) {
    /** One plane of each map. */
    public static CompareCells of(
            Comparison comparison, MapQuantity quantity, MapTriple maps, int n, int c, ColorSettings colors) {
        return of(comparison, quantity, maps.plane(n, c), n, colors);
    }

    /** All planes of each map. */
    public static CompareCells of(Comparison comparison, MapQuantity quantity, MapTriple maps, ColorSettings colors) {
        return of(comparison, quantity, maps, 0, colors);
    }

    /** @param first the batch that the first plane is of */
    private static CompareCells of(
            Comparison comparison, MapQuantity quantity, MapTriple maps, int first, ColorSettings colors) {
        NumberKind kind = quantity == MapQuantity.LOSS ? NumberKind.LOSS : NumberKind.GRADIENT;
        ColorScale scale = colors.scale(
                kind,
                Overview.of(Tensor.vector(maps.range().least(), maps.range().most()))
                        .extent());
        int digits = quantity == MapQuantity.LOSS
                ? colors.digits()
                : Math.max(colors.digits(), NumberDisplay.digitsUpTo(Math.max(-scale.low(), scale.high())));
        ColorScale around = colors.scale(
                NumberKind.DIFFERENCE, Overview.of(Tensor.scalar(maps.reach())).extent());
        int finer = Math.max(digits, Math.min(NumberDisplay.digitsUpTo(maps.reach()), digits + 2));
        return new CompareCells(
                kind,
                scale,
                around,
                cells(maps.left(), scale, ignored(comparison.analysis(ComparisonSide.LEFT), first), digits),
                cells(maps.right(), scale, ignored(comparison.analysis(ComparisonSide.RIGHT), first), digits),
                cells(maps.difference(), around, _ -> false, finer));
    }

    private static Optional<TensorGrid> cells(
            Optional<Tensor> values, ColorScale scale, IntPredicate ignored, int digits) {
        return values.map(present -> TensorGrid.of(present, scale, ignored, digits));
    }

    public Optional<TensorGrid> side(ComparisonSide side) {
        return side == ComparisonSide.LEFT ? left : right;
    }

    /** Whether a pixel is ignored, counted from a batch on. */
    private static IntPredicate ignored(Analysis analysis, int n) {
        int first = n * analysis.experiment().height() * analysis.experiment().width();
        return analysis.ignored().count() == 0
                ? _ -> false
                : pixel -> analysis.ignored().contains(first + pixel);
    }
}
