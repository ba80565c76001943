package lossgrid.model.edit;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.text.Parsed;
import lossgrid.model.text.RoundTripText;

/**
 * Changes to many cells of an {@link EditableArray} at once, each as one edit. Pure; random values follow from their
 * seed alone.
 */
public final class Fills {
    private static final int BINARY_CLASSES = 2;

    private Fills() {}

    /**
     * Puts {@code values}, one for each cell in row-major order, into the cells; nothing if the array cannot hold one
     * of them.
     */
    public static Parsed<Edit> set(Experiment experiment, EditableArray array, CellIndices cells, LabelArray values) {
        DType dtype = array.values(experiment).dtype();
        for (int i = 0; i < values.size(); i++) {
            if (CellValue.fit(dtype, values.at(i), "") instanceof Parsed.Rejected<Scalar>(var problem, var _, var _)) {
                return new Parsed.Rejected<>(problem, RoundTripText.of(values, i));
            }
        }
        return new Parsed.Value<>(new Edit.SetCells(array, cells, values.reshape(Shape.of(cells.size()))));
    }

    /** Puts one typed value into all cells. */
    public static Parsed<Edit> fill(Experiment experiment, EditableArray array, CellIndices cells, String text) {
        return CellValue.parse(array.values(experiment).dtype(), text)
                .map(value -> new Edit.SetCells(
                        array,
                        cells,
                        switch (value) {
                            case Scalar.Whole(long whole) -> longs(cells, _ -> whole);
                            case Scalar.Real(double real) -> doubles(DType.FLOAT64, cells, _ -> real);
                        }));
    }

    /** Puts {@code first}, {@code first + step}, {@code first + 2 step} … into the cells, in their order. */
    public static Parsed<Edit> series(
            Experiment experiment, EditableArray array, CellIndices cells, String first, BigDecimal step) {
        if (step.signum() == 0) {
            return fill(experiment, array, cells, first);
        }
        DType dtype = array.values(experiment).dtype();
        return CellValue.parse(dtype, first).flatMap(value -> {
            String start =
                    switch (value) {
                        case Scalar.Whole(long whole) -> Long.toString(whole);
                        case Scalar.Real(double real) ->
                            dtype == DType.FLOAT32 ? RoundTripText.of((float) real) : RoundTripText.of(real);
                    };
            LabelArray values = doubles(
                    DType.FLOAT64, cells, i -> added(start, step.multiply(BigDecimal.valueOf(i)), value.asDouble()));
            return set(experiment, array, cells, values);
        });
    }

    /** {@code value}, written as {@code text}, and {@code by} in decimal, so that 0.1 added three times makes 0.3. */
    private static double added(String text, BigDecimal by, double value) {
        return by.signum() == 0 || !Double.isFinite(value)
                ? value
                : new BigDecimal(text).add(by).doubleValue();
    }

    /**
     * Adds {@code by} to every cell, in decimal. Whole labels step by one class in the direction of {@code by}: one
     * that is a class stays among the classes, others stay within their dtype. NaN and infinities stay as they are.
     */
    public static Edit add(Experiment experiment, EditableArray array, CellIndices cells, BigDecimal by) {
        LabelArray present = array.values(experiment);
        return new Edit.SetCells(
                array,
                cells,
                present.dtype().isFloatingPoint()
                        ? doubles(
                                present.dtype(),
                                cells,
                                i -> added(RoundTripText.of(present, cells.at(i)), by, present.doubleAt(cells.at(i))))
                        : longs(cells, i -> stepped(experiment, present.longAt(cells.at(i)), by.signum())));
    }

    private static long stepped(Experiment experiment, long label, int by) {
        int classes = classes(experiment);
        if (label >= 0 && label < classes) {
            return Math.clamp(label + by, 0, classes - 1);
        }
        DType dtype = experiment.labels().dtype();
        long least = CellValue.least(dtype);
        long most = CellValue.most(dtype);
        return by > 0 ? label + (label < most ? 1 : 0) : by < 0 ? label - (label > least ? 1 : 0) : label;
    }

    /** The number of classes that labels may name: two for the binary losses. */
    public static int classes(Experiment experiment) {
        return experiment.isBinary() ? BINARY_CLASSES : experiment.channels();
    }

    /** Zero everywhere: logits that say nothing, labels of the first class. */
    public static Edit clear(EditableArray array, CellIndices cells) {
        return new Edit.SetCells(array, cells, longs(cells, _ -> 0));
    }

    /**
     * Random values, the same for the same seed and number of cells: logits normally distributed around 0 with standard
     * deviation {@code sigma}, labels uniform among the classes.
     */
    public static Edit randomize(
            Experiment experiment, EditableArray array, CellIndices cells, long seed, double sigma) {
        Random random = new Random(seed);
        int classes = classes(experiment);
        return new Edit.SetCells(
                array,
                cells,
                switch (array) {
                    case LOGITS -> doubles(DType.FLOAT32, cells, _ -> sigma * random.nextGaussian());
                    case LABELS -> longs(cells, _ -> random.nextInt(classes));
                });
    }

    private static LabelArray doubles(DType dtype, CellIndices cells, IntToDoubleFunction value) {
        return LabelArray.ofDoubles(dtype, Shape.of(cells.size()), value);
    }

    private static LabelArray longs(CellIndices cells, IntToLongFunction value) {
        return LabelArray.ofLongs(DType.INT64, Shape.of(cells.size()), value);
    }
}
