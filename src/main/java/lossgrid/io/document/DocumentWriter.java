package lossgrid.io.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.io.document.DocumentForm.PaletteForm;
import lossgrid.io.document.DocumentForm.RecipeForm;
import lossgrid.io.document.DocumentForm.SourceForm;
import lossgrid.io.json.JsonLayout;
import lossgrid.io.json.JsonOutput;
import lossgrid.io.json.RecordWriter;
import lossgrid.io.npy.NpyCodec;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;

/** Writes a document with one top-level field a line; the rows of arrays that are not small have lines of their own. */
final class DocumentWriter extends RecordWriter {
    private static final int MAX_ELEMENTS_AS_TEXT = 65_536;
    private static final int MAX_ELEMENTS_ON_A_LINE = 16;
    private static final double TWO_53 = 0x1p53;

    private final JsonLayout layout;

    private DocumentWriter(JsonGenerator json, JsonLayout layout) {
        super(json);
        this.layout = layout;
    }

    static void write(Experiment experiment, OutputStream stream) throws IOException {
        JsonLayout layout = JsonLayout.lines();
        JsonOutput.write(stream, layout, json -> new DocumentWriter(json, layout).value(DocumentForm.of(experiment)));
    }

    @Override
    public void value(@Nullable Object value) {
        switch (value) {
            case EncodingStep step -> step(step);
            case Recipe recipe -> super.value(RecipeForm.of(recipe));
            case LabelSource source -> super.value(SourceForm.of(source));
            case Palette palette -> {
                Optional<BuiltInPalette> known = BuiltInPalette.of(palette);
                super.value(known.isPresent() ? known.get().id() : PaletteForm.of(palette));
            }
            case Remap.Entry(long from, long to) -> json.writeArray(new long[] {from, to}, 0, 2);
            case ClassColor color -> super.value(color.toString());
            case LabelArray array -> array(array);
            case Tensor weight -> elements(weight.toLabels(), 0, 0);
            case null, default -> super.value(value);
        }
    }

    private void step(EncodingStep step) {
        StepKind kind = StepKind.of(step);
        json.writeStartObject();
        field("step", kind.documentName());
        for (StepArgument argument : kind.arguments()) {
            Object value = argument.in(step);
            if (argument.isRequired() || !Objects.equals(value, argument.usual())) {
                json.writeName(argument.name());
                if (value instanceof Double number) {
                    number(number);
                } else {
                    value(value);
                }
            }
        }
        field("off", step instanceof Skipped ? Optional.of(true) : Optional.empty());
        json.writeEndObject();
    }

    /** Whole numbers as people write them; −0.0 has no such form. */
    private void number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= TWO_53;
        boolean negativeZero = number == 0 && Double.doubleToRawLongBits(number) != 0;
        if (whole && !negativeZero) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    private void array(LabelArray array) {
        json.writeStartObject();
        field("dtype", array.dtype());
        field("shape", array.shape());
        if (array.size() > MAX_ELEMENTS_AS_TEXT) {
            json.writeName("npy");
            byte[] npy = NpyCodec.write(array);
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, npy, 0, npy.length);
        } else {
            json.writeName("data");
            int rank = array.shape().rank();
            if (array.size() > MAX_ELEMENTS_ON_A_LINE && rank > 1) {
                layout.breakRows(json, rank);
            }
            elements(array, 0, 0);
        }
        json.writeEndObject();
    }

    /**
     * Writes the lists from dimension {@code dim} on, the first of whose elements is {@code first}; returns the one
     * after.
     */
    private int elements(LabelArray array, int dim, int first) {
        if (dim == array.shape().rank()) {
            element(array, first);
            return first + 1;
        }
        int next = first;
        json.writeStartArray();
        for (int i = 0; i < array.shape().dim(dim); i++) {
            next = elements(array, dim + 1, next);
        }
        json.writeEndArray();
        return next;
    }

    private void element(LabelArray array, int i) {
        switch (array.dtype()) {
            case BOOL -> json.writeBoolean(array.longAt(i) != 0);
            case UINT8, INT16, INT32, INT64 -> json.writeNumber(array.longAt(i));
            case FLOAT32 -> json.writeNumber((float) array.doubleAt(i));
            case FLOAT64 -> json.writeNumber(array.doubleAt(i));
        }
    }
}
