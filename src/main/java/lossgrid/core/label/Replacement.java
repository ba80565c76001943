package lossgrid.core.label;

import java.util.HashMap;
import java.util.Map;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import org.jspecify.annotations.Nullable;

/** A table from old to new values, with both cast to one dtype. */
final class Replacement {
    private static final int MAX_UINT8 = (1 << Byte.SIZE) - 1;

    private final DType dtype;
    /** The new value for the {@link #key} of each old one. */
    private final Map<Long, Long> table = new HashMap<>();

    private final @Nullable Long others;

    Replacement(DType dtype, long[] from, long[] to, @Nullable Long others) {
        this.dtype = dtype;
        this.others = others;
        if (others != null) {
            requireFit(dtype, others);
        }
        for (int i = 0; i < from.length; i++) {
            requireFit(dtype, to[i]);
            DType common = Pointwise.common(dtype, true);
            table.put(key(LabelArray.ofLongs(common, Shape.SCALAR, from[i]), 0), to[i]);
        }
    }

    /**
     * Checks a number that fills a tensor as PyTorch does: negative ones may wrap around in uint8, and bool accepts
     * all.
     */
    private static void requireFit(DType dtype, long value) {
        boolean fits =
                switch (dtype) {
                    case BOOL, INT64, FLOAT32, FLOAT64 -> true;
                    case UINT8 -> value >= -MAX_UINT8 && value <= MAX_UINT8;
                    case INT16 -> value == (short) value;
                    case INT32 -> value == (int) value;
                };
        if (!fits) {
            String name = dtype == DType.UINT8 ? "uint8_t" : dtype == DType.INT16 ? "int16_t" : "int";
            throw TorchException.runtimeError("value cannot be converted to type " + name + " without overflow");
        }
    }

    /** A number that is the same for equal elements, 0.0 and −0.0 among them. */
    private static long key(LabelArray array, int i) {
        if (!array.dtype().isFloatingPoint()) {
            return array.longAt(i);
        }
        double value = array.doubleAt(i);
        return Double.doubleToLongBits(value == 0 ? 0 : value);
    }

    LabelArray apply(LabelArray labels) {
        if (dtype.isFloatingPoint()) {
            return LabelArray.ofDoubles(dtype, labels.shape(), i -> {
                Long to = table.getOrDefault(key(labels, i), others);
                return to == null ? labels.doubleAt(i) : dtype == DType.FLOAT32 ? to.floatValue() : to.doubleValue();
            });
        }
        return LabelArray.ofLongs(dtype, labels.shape(), i -> {
            Long to = table.getOrDefault(key(labels, i), others);
            return to == null ? labels.longAt(i) : to;
        });
    }
}
