package lossgrid.paint.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lossgrid.core.array.Shape;

/** The cells of a grid that the elements of a pasted array go to. Immutable. */
public final class PastePlacement {
    /** The placement of an array that does not fit. */
    public enum Mode {
        /** From the selection's first cell on; elements beyond the grid are left out. */
        CLIP,
        /** Over the selection, repeated. */
        REPEAT,
        /** Over all cells of the grid in row-major order, for any shape. */
        REPLACE,
        /** From the selection's first cell on, in a grid that has been enlarged to {@link #grown}. */
        GROW
    }

    private static final int UNTOUCHED = -1;

    private final int[] targets;
    private final int[] sources;

    private PastePlacement(int[] sourceOf) {
        targets = IntStream.range(0, sourceOf.length)
                .filter(i -> sourceOf[i] != UNTOUCHED)
                .toArray();
        sources = Arrays.stream(targets).map(i -> sourceOf[i]).toArray();
    }

    /** The grid's elements that are set, in row-major order. */
    public int[] targets() {
        return targets.clone();
    }

    /** The element of the pasted array for each of the {@link #targets()}. */
    public int[] sources() {
        return sources.clone();
    }

    /** The number of elements of the grid that are set. */
    public int size() {
        return targets.length;
    }

    /**
     * Whether there is only one sensible placement: of one value, of an array of the selection's or the whole grid's
     * shape; and, when one cell is selected, of a table that fits from there.
     */
    public static boolean isPlain(CellRange selection, Shape pasted) {
        GridShape source = GridShape.of(pasted);
        boolean fitsAtAnchor = selection.isSingle()
                && source.planes() == 1
                && selection.top() + source.height() <= selection.shape().height()
                && selection.left() + source.width() <= selection.shape().width();
        return pasted.size() == 1 || isAs(selection, source) || isWhole(selection.shape(), source) || fitsAtAnchor;
    }

    private static boolean isAs(CellRange selection, GridShape source) {
        return source.planes() == selection.planes().size()
                && source.height() == selection.height()
                && source.width() == selection.width();
    }

    private static boolean isWhole(GridShape grid, GridShape source) {
        return grid.planes() == source.planes() && grid.height() == source.height() && grid.width() == source.width();
    }

    /** The placement when {@link #isPlain}. */
    public static PastePlacement plain(CellRange selection, Shape pasted) {
        GridShape source = GridShape.of(pasted);
        if (pasted.size() == 1 || isAs(selection, source)) {
            return of(selection, pasted, Mode.REPEAT);
        }
        return of(selection, pasted, isWhole(selection.shape(), source) ? Mode.REPLACE : Mode.CLIP);
    }

    /** Whether the mode makes sense here. */
    public static boolean allows(CellRange selection, Shape pasted, Mode mode) {
        GridShape grid = selection.shape();
        return switch (mode) {
            case CLIP -> true;
            case REPEAT -> !selection.isSingle();
            case REPLACE -> pasted.size() == grid.size();
            case GROW -> {
                GridShape grown = grown(selection, pasted).shape();
                yield !grown.equals(grid) && (grid.hasChannels() || grown.columns() == grid.columns());
            }
        };
    }

    /** The selection's first cell, in a grid as large as the array needs from there on. */
    public static CellRange grown(CellRange selection, Shape pasted) {
        GridShape grid = selection.shape();
        GridShape source = GridShape.of(pasted);
        int first = selection.planes().getFirst();
        int n = first / grid.columns();
        int c = first % grid.columns();
        int columns = source.hasChannels() ? Math.max(grid.columns(), c + source.columns()) : grid.columns();
        int rows = source.hasChannels() ? n + source.rows() : Math.ceilDiv(first + source.planes(), grid.columns());
        GridShape grown = new GridShape(
                Math.max(grid.rows(), rows),
                columns,
                Math.max(grid.height(), selection.top() + source.height()),
                Math.max(grid.width(), selection.left() + source.width()),
                grid.hasChannels());
        CellRef cell = new CellRef(n * columns + c, selection.top() * grown.width() + selection.left());
        return CellRange.of(grown, cell);
    }

    public static PastePlacement of(CellRange selection, Shape pasted, Mode mode) {
        GridShape grid = selection.shape();
        int[] sourceOf = new int[grid.size()];
        Arrays.fill(sourceOf, UNTOUCHED);
        switch (mode) {
            case CLIP, GROW -> clip(selection, GridShape.of(pasted), sourceOf);
            case REPEAT -> repeat(selection, GridShape.of(pasted), sourceOf);
            case REPLACE -> Arrays.setAll(sourceOf, i -> i);
        }
        return new PastePlacement(sourceOf);
    }

    private static void clip(CellRange selection, GridShape source, int[] sourceOf) {
        GridShape grid = selection.shape();
        int first = selection.planes().getFirst();
        int height = Math.min(source.height(), grid.height() - selection.top());
        int width = Math.min(source.width(), grid.width() - selection.left());
        for (int p = 0; p < source.planes(); p++) {
            int n = first / grid.columns() + p / source.columns();
            int c = first % grid.columns() + p % source.columns();
            int plane = source.hasChannels() ? n * grid.columns() + c : first + p;
            boolean outside = source.hasChannels() ? n >= grid.rows() || c >= grid.columns() : plane >= grid.planes();
            for (int h = 0; h < height && !outside; h++) {
                for (int w = 0; w < width; w++) {
                    int target = (selection.top() + h) * grid.width() + selection.left() + w;
                    sourceOf[grid.element(plane, target)] = source.element(p, h * source.width() + w);
                }
            }
        }
    }

    private static void repeat(CellRange selection, GridShape source, int[] sourceOf) {
        GridShape grid = selection.shape();
        List<Integer> planes = selection.planes();
        for (int p = 0; p < planes.size(); p++) {
            for (int h = 0; h < selection.height(); h++) {
                for (int w = 0; w < selection.width(); w++) {
                    int target = (selection.top() + h) * grid.width() + selection.left() + w;
                    sourceOf[grid.element(planes.get(p), target)] = source.element(
                            p % source.planes(), h % source.height() * source.width() + w % source.width());
                }
            }
        }
    }
}
