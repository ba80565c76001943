package lossgrid.io.document;

import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.DocumentForm.ColorForm;
import lossgrid.io.document.DocumentForm.PaletteForm;
import lossgrid.io.document.DocumentForm.RecipeForm;
import lossgrid.io.document.DocumentForm.SourceForm;
import lossgrid.io.json.JsonNames;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Remap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads a document in three passes over its text: the version, which says whether the rest can be understood;
 * everything but the elements of the arrays; and these, since fields come in any order.
 */
final class DocumentReader extends RecordReader {
    private static final int MOST_BITS = 64;
    private static final int PAIR = 2;

    DocumentReader(JsonCursor cursor) {
        super(cursor);
    }

    static Experiment read(byte[] json) throws UnreadableFile {
        requireVersion(json);
        try (JsonCursor cursor = JsonCursor.open(json)) {
            DocumentForm<?> form = new DocumentReader(cursor).read(DocumentForm.class);
            if (cursor.next() != null) {
                throw new UnreadableFile(cursor.lineAndColumn(), "text after the end of the document");
            }
            return form.experiment(elements(form.logits(), json, "logits"), elements(form.labels(), json, "labels"));
        }
    }

    private static LabelArray elements(Object array, byte[] json, String name) throws UnreadableFile {
        return ((ArrayForm) array).elements(json, name);
    }

    private static void requireVersion(byte[] json) throws UnreadableFile {
        try (JsonCursor cursor = JsonCursor.open(json)) {
            if (!cursor.find("lossgrid")) {
                throw cursor.error("\"lossgrid\" is missing");
            }
            long version = cursor.int64();
            if (version > DocumentForm.VERSION) {
                throw cursor.error("version %s, written by a newer Lossgrid; this one reads version %s"
                        .formatted(version, DocumentForm.VERSION));
            }
            if (version < DocumentForm.VERSION) {
                throw cursor.error("there is no version " + version);
            }
        }
    }

    @Override
    @Nullable
    Object value(Type type, String name) throws UnreadableFile {
        if (type instanceof TypeVariable<?>) {
            return name.equals("logits") ? ArrayForm.logits(cursor) : ArrayForm.labels(cursor);
        }
        if (type == EncodingStep.class) {
            return new StepReader(this).read();
        }
        if (type == Recipe.class) {
            return recipe(read(RecipeForm.class));
        }
        if (type == LossOptions.class) {
            return read(LossOptions.class, LossOptions.defaults());
        }
        if (type == LabelSource.class) {
            return source(read(SourceForm.class));
        }
        if (type == Palette.class) {
            return palette();
        }
        if (type == ClassColor.class) {
            return color();
        }
        if (type == Remap.Entry.class) {
            return pair();
        }
        return type == Tensor.class ? weight() : super.value(type, name);
    }

    private Recipe recipe(RecipeForm form) throws UnreadableFile {
        Activation activation =
                switch (form.activation()) {
                    case NONE -> new Activation.None();
                    case SIGMOID -> new Activation.Sigmoid();
                    case SOFTMAX -> new Activation.Softmax(dim(form));
                    case LOG_SOFTMAX -> new Activation.LogSoftmax(dim(form));
                };
        boolean hasDim = activation instanceof Activation.Softmax || activation instanceof Activation.LogSoftmax;
        if (form.dim().isPresent() && !hasDim) {
            throw cursor.errorIn("dim", JsonNames.of(form.activation()) + " has no dim");
        }
        return new Recipe(activation, form.loss());
    }

    private int dim(RecipeForm form) throws UnreadableFile {
        if (form.dim().isEmpty()) {
            throw cursor.error(JsonNames.of(form.activation()) + " needs \"dim\"");
        }
        return form.dim().get();
    }

    private LabelSource source(SourceForm form) throws UnreadableFile {
        if (form.bits() < 1 || form.bits() > MOST_BITS) {
            throw cursor.errorIn("bits", "expected a number of bits from 1 to " + MOST_BITS + ", found " + form.bits());
        }
        List<Integer> palette =
                form.palette().orElse(List.of()).stream().map(ClassColor::rgb).toList();
        return new LabelSource(form.file(), form.format(), form.layout(), form.type(), form.bits(), palette);
    }

    private Palette palette() throws UnreadableFile {
        if (cursor.isAt(JsonToken.VALUE_STRING)) {
            return cursor.oneOf("palette", BuiltInPalette.values(), BuiltInPalette::id)
                    .palette();
        }
        PaletteForm form = read(PaletteForm.class);
        List<Palette.Entry> entries =
                form.colors().stream().map(ColorForm::entry).toList();
        return checked("colors", () -> new Palette(form.name(), entries));
    }

    private ClassColor color() throws UnreadableFile {
        Optional<ClassColor> color = ClassColor.parse(cursor.text());
        if (color.isEmpty()) {
            throw cursor.expected("a colour such as \"#e69f00\"");
        }
        return color.get();
    }

    private Remap.Entry pair() throws UnreadableFile {
        List<Long> pair = cursor.list(cursor::int64);
        if (pair.size() != PAIR) {
            throw cursor.error(
                    "expected [from, to], found " + pair.size() + (pair.size() == 1 ? " number" : " numbers"));
        }
        return new Remap.Entry(pair.getFirst(), pair.getLast());
    }

    private @Nullable Tensor weight() throws UnreadableFile {
        if (cursor.isAt(JsonToken.VALUE_NULL)) {
            return null;
        }
        ElementBuffer elements = new ElementBuffer(DType.FLOAT32);
        Shape shape = NestedLists.read(cursor, elements);
        return elements.toArray(shape).toTensor();
    }

    /** The model's own checks, with the place in the document. */
    <T> T checked(String field, Supplier<T> made) throws UnreadableFile {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw cursor.errorIn(field, String.valueOf(wrong.getMessage()));
        }
    }
}
