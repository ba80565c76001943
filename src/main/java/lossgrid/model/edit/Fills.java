package lossgrid.model.edit;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Experiment;
import lossgrid.model.text.RoundTripText;

/** What can be done to many cells of a {@link EditableArray} at once, each as one edit. Pure; random values follow from their seed alone. */
public final class Fills {
    private static final int BINARY_CLASSES = 2;

    private Fills() {}

    /** Puts {@code values}, one for each cell in row-major order, into the cells; the first that the grid cannot hold refuses all. */
    public static BulkInput set(Experiment experiment, EditableArray grid, CellIndices cells, LabelArray values) {
        for (int i = 0; i < values.size(); i++) {
            String text = RoundTripText.of(values, i);
            CellInput input =
                    switch (grid) {
                        case LOGITS -> CellInput.logit(cells.at(i), text);
                        case LABELS ->
                            CellInput.label(experiment.labels(), cells.at(i), wholeIfInteger(values, i, text));
                    };
            if (input instanceof CellInput.Rejected(var reason)) {
                return new BulkInput.Rejected(reason, text);
            }
        }
        Shape flat = Shape.of(cells.size());
        return new BulkInput.Ready(
                switch (grid) {
                    case LOGITS ->
                        new Edit.SetLogitCells(cells, values.toTensor().reshape(flat));
                    case LABELS -> new Edit.SetLabelCells(cells, values.reshape(flat));
                });
    }

    /** Floats that are whole numbers, such as 1.0, are good for integer labels. */
    private static String wholeIfInteger(LabelArray values, int i, String text) {
        double value = values.doubleAt(i);
        boolean whole = values.dtype().isFloatingPoint() && value == Math.rint(value) && Double.isFinite(value);
        return whole ? new BigDecimal(value).toBigInteger().toString() : text;
    }

    /** Puts one typed value into all cells. */
    public static BulkInput fill(Experiment experiment, EditableArray grid, CellIndices cells, String text) {
        return series(experiment, grid, cells, text, BigDecimal.ZERO);
    }

    /** Puts {@code first}, {@code first + step}, {@code first + 2 step} … into the cells, in their order. */
    public static BulkInput series(
            Experiment experiment, EditableArray grid, CellIndices cells, String first, BigDecimal step) {
        CellInput input =
                switch (grid) {
                    case LOGITS -> CellInput.logit(cells.at(0), first);
                    case LABELS -> CellInput.label(experiment.labels(), cells.at(0), first);
                };
        return switch (input) {
            case CellInput.Rejected(var reason) -> new BulkInput.Rejected(reason, first.strip());
            case CellInput.Accepted(Edit.SetLogit(int _, float value)) ->
                set(
                        experiment,
                        grid,
                        cells,
                        doubles(DType.FLOAT64, cells, i -> value(RoundTripText.of(value), step, i, value)));
            case CellInput.Accepted(Edit.SetLabel(int _, Scalar.Real(double value))) ->
                set(
                        experiment,
                        grid,
                        cells,
                        doubles(DType.FLOAT64, cells, i -> value(RoundTripText.of(value), step, i, value)));
            case CellInput.Accepted(Edit.SetLabel(int _, Scalar.Whole(long value))) ->
                step.signum() == 0
                        ? set(experiment, grid, cells, longs(cells, _ -> value))
                        : set(
                                experiment,
                                grid,
                                cells,
                                doubles(
                                        DType.FLOAT64,
                                        cells,
                                        i -> value(Long.toString(value), step, i, (double) value)));
            case CellInput.Accepted(var edit) -> throw new IllegalStateException(edit + " sets no cell");
        };
    }

    /** {@code start + i · step} in decimal, so that 0.1 added three times makes 0.3. */
    private static double value(String start, BigDecimal step, int i, double exact) {
        return step.signum() == 0 || !Double.isFinite(exact)
                ? exact
                : new BigDecimal(start)
                        .add(step.multiply(BigDecimal.valueOf(i)))
                        .doubleValue();
    }

    /**
     * Adds {@code by} to every cell, in decimal. Whole labels step by one class in the direction of {@code by}: one that is a class stays among the
     * classes, others stay within their dtype. NaN and infinities stay as they are.
     */
    public static Edit add(Experiment experiment, EditableArray grid, CellIndices cells, BigDecimal by) {
        return switch (grid) {
            case LOGITS -> {
                Tensor x = experiment.logits();
                yield new Edit.SetLogitCells(cells, Tensor.generate(Shape.of(cells.size()), i ->
                        (float) added(RoundTripText.of(x.at(cells.at(i))), by, x.at(cells.at(i)))));
            }
            case LABELS -> {
                LabelArray y = experiment.labels();
                yield new Edit.SetLabelCells(
                        cells,
                        y.dtype().isFloatingPoint()
                                ? doubles(
                                        y.dtype(),
                                        cells,
                                        i -> added(RoundTripText.of(y, cells.at(i)), by, y.doubleAt(cells.at(i))))
                                : longs(cells, i -> stepped(experiment, y.longAt(cells.at(i)), by.signum())));
            }
        };
    }

    private static double added(String text, BigDecimal by, double value) {
        return value(text, by, 1, value);
    }

    private static long stepped(Experiment experiment, long label, int by) {
        int classes = classes(experiment);
        if (label >= 0 && label < classes) {
            return Math.clamp(label + by, 0, classes - 1);
        }
        DType dtype = experiment.labels().dtype();
        long least = CellInput.least(dtype);
        long most = CellInput.most(dtype);
        return by > 0 ? label + (label < most ? 1 : 0) : by < 0 ? label - (label > least ? 1 : 0) : label;
    }

    /** How many classes labels may name: two for the binary losses. */
    public static int classes(Experiment experiment) {
        return experiment.isBinary() ? BINARY_CLASSES : experiment.channels();
    }

    /** Zero everywhere: logits that say nothing, labels of the first class. */
    public static Edit clear(EditableArray grid, CellIndices cells) {
        return switch (grid) {
            case LOGITS -> new Edit.SetLogitCells(cells, Tensor.zeros(Shape.of(cells.size())));
            case LABELS -> new Edit.SetLabelCells(cells, longs(cells, _ -> 0));
        };
    }

    /**
     * Random values, the same for the same seed and number of cells: logits normally distributed around 0 with standard deviation {@code sigma},
     * labels uniform among the classes.
     */
    public static Edit randomize(
            Experiment experiment, EditableArray grid, CellIndices cells, long seed, double sigma) {
        Random random = new Random(seed);
        return switch (grid) {
            case LOGITS ->
                new Edit.SetLogitCells(
                        cells, Tensor.generate(Shape.of(cells.size()), _ -> (float) (sigma * random.nextGaussian())));
            case LABELS -> {
                int classes = classes(experiment);
                yield new Edit.SetLabelCells(cells, longs(cells, _ -> random.nextInt(classes)));
            }
        };
    }

    private static LabelArray doubles(DType dtype, CellIndices cells, IntToDoubleFunction value) {
        return LabelArray.ofDoubles(dtype, Shape.of(cells.size()), value);
    }

    private static LabelArray longs(CellIndices cells, IntToLongFunction value) {
        return LabelArray.ofLongs(DType.INT64, Shape.of(cells.size()), value);
    }
}
