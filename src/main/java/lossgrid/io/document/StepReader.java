package lossgrid.io.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lossgrid.core.array.DType;
import lossgrid.io.document.ObjectForm.Field;
import lossgrid.io.json.JsonNames;
import lossgrid.io.json.JsonNames.StepName;
import lossgrid.io.json.JsonText;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.EncodingStep.Remap;
import lossgrid.model.encoding.Palette;
import tools.jackson.core.JsonToken;

/** Reads one encoding step of a document: its name, the fields that this step has, and whether it is switched off. */
final class StepReader {
    static final long USUAL_UNKNOWN = 255;

    private static final int INFER_CLASSES = -1;
    private static final int PAIR = 2;

    private final JsonCursor cursor;
    private final ObjectForm form;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();

    StepReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.form = new ObjectForm(cursor);
    }

    private <T> Field<T> field(String name, JsonCursor.Reader<T> reader) {
        Field<T> field = form.optional(name, reader);
        fields.put(name, field);
        return field;
    }

    EncodingStep read() throws DocumentException {
        Field<StepName> name = form.required("step", () -> cursor.oneOf("step", StepName.values(), JsonNames::of));
        Field<Integer> dim = field("dim", cursor::int32);
        Field<DType> dtype = field("dtype", () -> cursor.oneOf("dtype", DType.values(), DType::torchName));
        Field<Integer> numClasses = field("num_classes", cursor::int32);
        Field<Double> above = field("above", this::finite);
        Field<Amount> by = field("by", this::amount);
        Field<Boolean> floor = field("floor", cursor::bool);
        Field<List<Remap.Entry>> table = field("table", () -> cursor.list(this::pair));
        Field<Long> others = field("others", cursor::int64);
        Field<Palette> palette = field("palette", this::palette);
        Field<Long> unknown = field("unknown", cursor::int64);
        Field<Integer> index = field("index", cursor::int32);
        Field<List<Integer>> dims = field("dims", () -> cursor.list(cursor::int32));
        Field<Integer> height = field("height", cursor::int32);
        Field<Integer> width = field("width", cursor::int32);
        Field<Boolean> off = form.optional("off", cursor::bool);
        form.read();
        StepName step = name.value();
        requireFieldsOf(step);
        EncodingStep read =
                switch (step) {
                    case SQUEEZE -> new EncodingStep.Squeeze(dim.given().orElse(null));
                    case UNSQUEEZE -> new EncodingStep.Unsqueeze(dim.value());
                    case CAST -> new EncodingStep.Cast(dtype.value());
                    case ONE_HOT -> new EncodingStep.OneHot(numClasses.orElse(INFER_CLASSES));
                    case THRESHOLD -> new EncodingStep.Threshold(above.value());
                    case DIVIDE -> new EncodingStep.Divide(by.value().number(), floor.orElse(false));
                    case SHIFT -> new EncodingStep.Shift(whole(by.value()));
                    case REMAP -> remap(table.value(), others.given());
                    case COLORS_TO_INDICES ->
                        new EncodingStep.ColorsToIndices(palette.value(), unknown.orElse(USUAL_UNKNOWN));
                    case SELECT -> new EncodingStep.Select(dim.value(), index.value());
                    case PERMUTE -> new EncodingStep.Permute(dims.value());
                    case ARGMAX -> new EncodingStep.ArgMax(dim.value());
                    case RESIZE -> new EncodingStep.Resize(height.value(), width.value());
                };
        return off.orElse(false) ? new EncodingStep.Skipped(read) : read;
    }

    private void requireFieldsOf(StepName step) throws DocumentException {
        Set<String> required = required(step);
        Set<String> optional = optional(step);
        for (Map.Entry<String, Field<?>> each : fields.entrySet()) {
            String field = each.getKey();
            boolean given = each.getValue().isGiven();
            if (given && !required.contains(field) && !optional.contains(field)) {
                throw cursor.errorIn(field, JsonNames.of(step) + " has no " + field);
            }
            if (!given && required.contains(field)) {
                throw cursor.error(JsonNames.of(step) + " needs \"" + field + "\"");
            }
        }
    }

    private static Set<String> required(StepName step) {
        return switch (step) {
            case SQUEEZE, ONE_HOT -> Set.of();
            case UNSQUEEZE, ARGMAX -> Set.of("dim");
            case CAST -> Set.of("dtype");
            case THRESHOLD -> Set.of("above");
            case DIVIDE, SHIFT -> Set.of("by");
            case REMAP -> Set.of("table");
            case COLORS_TO_INDICES -> Set.of("palette");
            case SELECT -> Set.of("dim", "index");
            case PERMUTE -> Set.of("dims");
            case RESIZE -> Set.of("height", "width");
        };
    }

    private static Set<String> optional(StepName step) {
        return switch (step) {
            case SQUEEZE -> Set.of("dim");
            case ONE_HOT -> Set.of("num_classes");
            case DIVIDE -> Set.of("floor");
            case REMAP -> Set.of("others");
            case COLORS_TO_INDICES -> Set.of("unknown");
            case UNSQUEEZE, CAST, THRESHOLD, SHIFT, SELECT, PERMUTE, ARGMAX, RESIZE -> Set.of();
        };
    }

    /** A number, and whether it is a 64-bit whole one; which of the two is wanted shows when the whole step is read. */
    private record Amount(double number, Optional<Long> whole) {}

    private Amount amount() throws DocumentException {
        var whole = cursor.whole();
        return new Amount(finite(), whole.isPresent() ? Optional.of(whole.getAsLong()) : Optional.empty());
    }

    private long whole(Amount amount) throws DocumentException {
        if (amount.whole().isEmpty()) {
            throw cursor.errorIn("by", "expected a 64-bit whole number, found " + JsonText.number(amount.number()));
        }
        return amount.whole().get();
    }

    private double finite() throws DocumentException {
        if (cursor.isAt(JsonToken.VALUE_STRING)) {
            throw cursor.expected("a finite number");
        }
        return ElementBuffer.real(cursor, DType.FLOAT64);
    }

    private Remap.Entry pair() throws DocumentException {
        List<Long> pair = cursor.list(cursor::int64);
        if (pair.size() != PAIR) {
            throw cursor.error(
                    "expected [from, to], found " + pair.size() + (pair.size() == 1 ? " number" : " numbers"));
        }
        return new Remap.Entry(pair.getFirst(), pair.getLast());
    }

    private EncodingStep remap(List<Remap.Entry> table, Optional<Long> others) throws DocumentException {
        return checked("table", () -> new Remap(table, others.orElse(null)));
    }

    private Palette palette() throws DocumentException {
        if (cursor.isAt(JsonToken.VALUE_STRING)) {
            return cursor.oneOf("palette", BuiltInPalette.values(), BuiltInPalette::id)
                    .palette();
        }
        ObjectForm object = new ObjectForm(cursor);
        Field<String> name = object.required("name", cursor::text);
        Field<List<Palette.Entry>> colors = object.required("colors", () -> cursor.list(this::color));
        object.read();
        return checked("colors", () -> new Palette(name.value(), colors.value()));
    }

    private Palette.Entry color() throws DocumentException {
        ObjectForm object = new ObjectForm(cursor);
        Field<ClassColor> color = object.required("color", () -> new SettingsReader(cursor).color());
        Field<Long> index = object.required("index", cursor::int64);
        Field<String> label = object.optional("label", cursor::text);
        object.read();
        return Palette.Entry.of(color.value(), label.orElse(""), index.value());
    }

    /** The model's own checks, with the place in the document. */
    private <T> T checked(String field, Supplier<T> made) throws DocumentException {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw cursor.errorIn(field, String.valueOf(wrong.getMessage()));
        }
    }
}
