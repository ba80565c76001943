package lossgrid.io.python;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.label.Pointwise;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;

/** Encoding steps in NumPy, with PyTorch's dtypes written out. */
final class NumpyEncoding {
    private static final List<String> REMAP = """


        def remap(y, table, others=None):
            out = y.copy() if others is None else np.full_like(y, others)
            for value, to in table:
                out[y == value] = to
            return out
        """.lines().toList();

    private static final List<String> COLORS_TO_INDICES = """


        def colors_to_indices(y, palette, unknown):
            out = np.full(y.shape[:-1], unknown, dtype=np.int64)
            for color, index in palette.items():
                out[(y[..., :3] == np.array(color)).all(axis=-1)] = index
            return out
        """.lines().toList();

    private final PythonArrays arrays;

    NumpyEncoding(PythonArrays arrays) {
        this.arrays = arrays;
    }

    /** The Python functions that these steps call, as lines. */
    static List<String> definitions(List<EncodingStep> steps) {
        List<String> lines = new ArrayList<>();
        if (steps.stream().anyMatch(EncodingStep.Remap.class::isInstance)) {
            lines.addAll(REMAP);
        }
        if (steps.stream().anyMatch(EncodingStep.ColorsToIndices.class::isInstance)) {
            lines.addAll(COLORS_TO_INDICES);
        }
        return lines;
    }

    /** NumPy's form of a step that turns {@code before} into {@code after}. */
    String encode(EncodingStep step, LabelArray before, LabelArray after) {
        DType from = before.dtype();
        return switch (step) {
            case EncodingStep.Squeeze(var _), EncodingStep.Unsqueeze(var _) ->
                "y.reshape(" + PythonArrays.tuple(after.shape()) + ")";
            case EncodingStep.Cast(var dtype) -> cast(dtype);
            case EncodingStep.OneHot(var _) -> "np.eye(" + after.shape().fromEnd(0) + ", dtype=np.int64)[y]";
            case EncodingStep.Threshold(double above) -> {
                DType common = Pointwise.common(from, Pointwise.isWhole(above));
                yield cast(from, common) + " > " + number(common, above);
            }
            case EncodingStep.Divide(double by, boolean floor) -> {
                DType common = Pointwise.common(from, floor && Pointwise.isWhole(by));
                yield cast(from, common) + (floor ? " // " : " / ") + number(common, by);
            }
            case EncodingStep.Shift(long by) -> {
                DType common = Pointwise.common(from, true);
                yield cast(from, common) + " + " + number(common, by);
            }
            case EncodingStep.Remap remap -> remap(remap, from);
            case EncodingStep.ColorsToIndices(var palette, long unknown) ->
                "colors_to_indices(y, " + palette(palette) + ", " + unknown + ")";
            case EncodingStep.Select(int dim, int index) -> "np.asarray(y.take(" + index + ", axis=" + dim + "))";
            case EncodingStep.Permute(var dims) ->
                "y.transpose(" + dims.toString().replace('[', '(').replace(']', ')') + ")";
            case EncodingStep.ArgMax(int dim) ->
                before.shape().rank() == 0 ? "np.zeros((), dtype=np.int64)" : "np.asarray(y.argmax(axis=" + dim + "))";
            case EncodingStep.Resize(int height, int width) -> resize(before.shape(), height, width);
            case EncodingStep.Skipped(var _) -> "y";
        };
    }

    private String cast(DType dtype) {
        return "y.astype(" + arrays.dtype(dtype) + ")";
    }

    private String cast(DType from, DType to) {
        return from == to ? "y" : cast(to);
    }

    /** A Python number cast for arithmetic with labels of this dtype. */
    private String number(DType dtype, double number) {
        return switch (dtype) {
            case FLOAT32 -> "np.float32(" + PythonArrays.number((float) number) + ")";
            case FLOAT64 -> "np.float64(" + PythonArrays.number(number) + ")";
            case BOOL, UINT8, INT16, INT32, INT64 -> number(dtype, (long) number);
        };
    }

    private String number(DType dtype, long number) {
        return switch (dtype) {
            case FLOAT32 -> "np.float32(" + PythonArrays.number((float) number) + ")";
            case FLOAT64 -> "np.float64(" + PythonArrays.number((double) number) + ")";
            case BOOL, UINT8, INT16, INT32, INT64 -> arrays.dtype(dtype) + "(" + Pointwise.wrapped(dtype, number) + ")";
        };
    }

    private String remap(EncodingStep.Remap remap, DType dtype) {
        DType compared = Pointwise.common(dtype, true);
        return remap.table().stream()
                .map(entry -> "(" + number(compared, entry.from()) + ", " + number(dtype, entry.to()) + ")")
                .collect(Collectors.joining(
                        ", ",
                        "remap(y, [",
                        remap.others() == null ? "])" : "], " + number(dtype, remap.others()) + ")"));
    }

    private static String palette(Palette palette) {
        return palette.byColor().stream()
                .map(entry -> "(%s, %s, %s): %s".formatted(entry.red(), entry.green(), entry.blue(), entry.index()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String resize(Shape shape, int height, int width) {
        return "y[..., " + sources(shape.fromEnd(1), height) + "[:, None], " + sources(shape.fromEnd(0), width) + "]";
    }

    private static String sources(int from, int to) {
        return "np.minimum(np.arange(%1$s, dtype=np.float32) * (np.float32(%2$s) / np.float32(%1$s)), %3$s).astype(np.int64)"
                .formatted(to, from, from - 1);
    }
}
