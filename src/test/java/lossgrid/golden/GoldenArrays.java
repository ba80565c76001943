package lossgrid.golden;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import tools.jackson.databind.JsonNode;

/** Reads the arrays of reference files: {@code {"dtype", "shape", "data"}}. */
final class GoldenArrays {
    private GoldenArrays() {}

    static LabelArray array(JsonNode node) {
        String name = node.path("dtype").asString();
        DType dtype = DType.named(name).orElseThrow(() -> new AssertionError("unknown dtype " + name));
        Shape shape = shape(node.path("shape"));
        JsonNode data = node.path("data");
        if (data.size() != shape.size()) {
            throw new AssertionError(data.size() + " numbers for shape " + shape);
        }
        return dtype.isFloatingPoint()
                ? LabelArray.ofDoubles(dtype, shape, i -> real(data.get(i)))
                : LabelArray.ofLongs(dtype, shape, i -> whole(data.get(i)));
    }

    /** An array of any dtype in PyTorch, which this program has in float32 only. */
    static Tensor tensor(JsonNode node) {
        LabelArray array = array(node);
        if (array.dtype() != DType.FLOAT32) {
            throw new AssertionError("expected a float32 array, found " + array);
        }
        return array.toTensor();
    }

    private static Shape shape(JsonNode node) {
        int[] dims = new int[node.size()];
        for (int d = 0; d < dims.length; d++) {
            dims[d] = node.get(d).asInt();
        }
        return Shape.of(dims);
    }

    /** A number, a bool, or one of the strings {@code nan}, {@code inf} and {@code -inf}. */
    static double real(JsonNode node) {
        if (node.isString()) {
            return switch (node.asString()) {
                case "nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> throw new AssertionError("not a number: " + node);
            };
        }
        return node.isBoolean() ? whole(node) : node.asDouble();
    }

    private static long whole(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean() ? 1 : 0;
        }
        return node.asLong();
    }
}
