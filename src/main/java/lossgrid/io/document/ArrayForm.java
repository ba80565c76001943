package lossgrid.io.document;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.ObjectForm.Field;
import lossgrid.io.npy.NpyCodec;
import tools.jackson.core.JsonToken;

/**
 * An array in a document, {@code {"dtype", "shape", "data"}} or {@code "npy"} instead of data, without its elements:
 * these are read later, since they may come before the dtype and the shape.
 */
record ArrayForm(DType dtype, Shape shape, boolean isNpy) {
    private static final String DATA = "data";
    private static final String NPY = "npy";
    private static final String SHAPE = "shape";
    private static final int MAX_LABELS_RANK = 4;

    static ArrayForm logits(JsonCursor cursor) throws UnreadableFile {
        ArrayForm logits = read(cursor, Nchw.RANK, Nchw.RANK, "4 sizes (N, C, H, W)");
        if (logits.dtype != DType.FLOAT32) {
            throw cursor.errorIn("dtype", "logits are float32, not " + logits.dtype.torchName());
        }
        return logits;
    }

    static ArrayForm labels(JsonCursor cursor) throws UnreadableFile {
        return read(cursor, 1, MAX_LABELS_RANK, "1 to 4 sizes");
    }

    /** @param shapeForm what the number of sizes must be */
    private static ArrayForm read(JsonCursor cursor, int minRank, int maxRank, String shapeForm) throws UnreadableFile {
        ObjectForm form = new ObjectForm(cursor);
        Field<DType> dtype = form.required("dtype", () -> cursor.oneOf("dtype", DType.values(), DType::torchName));
        Field<Shape> shape = form.required(SHAPE, () -> shape(cursor, minRank, maxRank, shapeForm));
        Field<Boolean> data = form.optional(DATA, () -> skip(cursor, JsonToken.START_ARRAY, "a list"));
        Field<Boolean> npy = form.optional(NPY, () -> skip(cursor, JsonToken.VALUE_STRING, "a string"));
        form.read();
        if (data.isGiven() && npy.isGiven()) {
            throw cursor.error("\"data\" and \"npy\" are both given");
        }
        if (!data.isGiven() && !npy.isGiven()) {
            throw cursor.error("\"data\" or \"npy\" is missing");
        }
        return new ArrayForm(dtype.required(), shape.required(), npy.isGiven());
    }

    private static boolean skip(JsonCursor cursor, JsonToken token, String what) throws UnreadableFile {
        cursor.require(token, what);
        cursor.skip();
        return true;
    }

    private static Shape shape(JsonCursor cursor, int minRank, int maxRank, String shapeForm) throws UnreadableFile {
        List<Integer> sizes = cursor.list(() -> size(cursor));
        if (sizes.size() < minRank || sizes.size() > maxRank) {
            throw cursor.error("expected " + shapeForm + ", found " + sizes.size());
        }
        long elements = 1;
        for (int size : sizes) {
            elements *= size;
            if (elements > Integer.MAX_VALUE) {
                throw cursor.error(sizes + " has more than " + Integer.MAX_VALUE + " elements");
            }
        }
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int size(JsonCursor cursor) throws UnreadableFile {
        long size = cursor.whole().orElse(0);
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw cursor.expected("a size from 1 to " + Integer.MAX_VALUE);
        }
        return (int) size;
    }

    /**
     * The elements.
     *
     * @param json the document
     * @param name the field of the document that this array was read from
     */
    LabelArray elements(byte[] json, String name) throws UnreadableFile {
        try (JsonCursor cursor = JsonCursor.open(json)) {
            cursor.find(name);
            cursor.find(isNpy ? NPY : DATA);
            return isNpy ? decode(cursor) : parse(cursor);
        }
    }

    private LabelArray parse(JsonCursor cursor) throws UnreadableFile {
        ElementBuffer elements = new ElementBuffer(dtype);
        NestedLists.read(cursor, shape, elements);
        return elements.toArray(shape);
    }

    private LabelArray decode(JsonCursor cursor) throws UnreadableFile {
        LabelArray array;
        try {
            array = NpyCodec.read(cursor.base64());
        } catch (UnreadableFile broken) {
            throw broken.at(cursor.place());
        }
        if (array.dtype() != dtype) {
            throw cursor.error(
                    "the array is " + array.dtype().torchName() + ", the document says " + dtype.torchName());
        }
        if (!array.shape().equals(shape)) {
            throw cursor.error("the array has shape " + array.shape() + ", the document says " + shape);
        }
        return array;
    }
}
