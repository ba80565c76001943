package lossgrid.io.document;

import lossgrid.core.array.LabelArray;
import lossgrid.io.document.DocumentForm.Weight;
import lossgrid.io.json.JsonLayout;
import lossgrid.io.npy.NpyCodec;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;

/** Writes an array, element by element: the rows of one that is not small have lines of their own. */
final class ArrayWriter {
    private static final int MAX_ELEMENTS_AS_TEXT = 65_536;
    private static final int MAX_ELEMENTS_ON_A_LINE = 16;

    private final LabelArray array;
    private final JsonGenerator json;

    private ArrayWriter(LabelArray array, JsonGenerator json) {
        this.array = array;
        this.json = json;
    }

    static void write(LabelArray array, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        context.defaultSerializeProperty("dtype", array.dtype(), json);
        context.defaultSerializeProperty("shape", array.shape(), json);
        if (array.size() > MAX_ELEMENTS_AS_TEXT) {
            json.writeName("npy");
            byte[] npy = NpyCodec.write(array);
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, npy, 0, npy.length);
        } else {
            json.writeName("data");
            int rank = array.shape().rank();
            if (array.size() > MAX_ELEMENTS_ON_A_LINE
                    && rank > 1
                    && json.getPrettyPrinter() instanceof JsonLayout layout) {
                layout.breakRows(json, rank);
            }
            new ArrayWriter(array, json).elements(0, 0);
        }
        json.writeEndObject();
    }

    static void write(Weight weight, JsonGenerator json, SerializationContext context) {
        if (weight.factors() == null) {
            json.writeNull();
        } else {
            new ArrayWriter(weight.factors().toLabels(), json).elements(0, 0);
        }
    }

    /**
     * Writes the lists from dimension {@code dim} on, the first of whose elements is {@code first}; returns the one
     * after.
     */
    private int elements(int dim, int first) {
        if (dim == array.shape().rank()) {
            element(first);
            return first + 1;
        }
        int next = first;
        json.writeStartArray();
        for (int i = 0; i < array.shape().dim(dim); i++) {
            next = elements(dim + 1, next);
        }
        json.writeEndArray();
        return next;
    }

    private void element(int i) {
        switch (array.dtype()) {
            case BOOL -> json.writeBoolean(array.longAt(i) != 0);
            case UINT8, INT16, INT32, INT64 -> json.writeNumber(array.longAt(i));
            case FLOAT32 -> json.writeNumber((float) array.doubleAt(i));
            case FLOAT64 -> json.writeNumber(array.doubleAt(i));
        }
    }
}
