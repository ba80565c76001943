package lossgrid.io.document;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.document.DocumentForm.ColorForm;
import lossgrid.io.document.DocumentForm.OptionsForm;
import lossgrid.io.document.DocumentForm.PaletteForm;
import lossgrid.io.document.DocumentForm.RecipeForm;
import lossgrid.io.document.DocumentForm.SourceForm;
import lossgrid.io.document.DocumentForm.Weight;
import lossgrid.io.json.JsonError;
import lossgrid.io.json.JsonModule;
import lossgrid.io.json.JsonNames;
import lossgrid.model.document.Activation;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Remap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/** The values that only documents hold, each with the form that it has there. */
final class DocumentModule extends JsonModule {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BITS = 64;
    private static final int PAIR = 2;

    DocumentModule() {
        arrays();
        steps();
        readsFrom(RecipeForm.class, Recipe.class, DocumentModule::recipe);
        writesAs(Recipe.class, RecipeForm::of);
        readsFrom(OptionsForm.class, LossOptions.class, (form, _) -> form.options());
        writesAs(LossOptions.class, OptionsForm::of);
        readsFrom(SourceForm.class, LabelSource.class, DocumentModule::source);
        writesAs(LabelSource.class, SourceForm::of);
        readsFrom(String.class, ClassColor.class, (text, parser) -> ClassColor.parse(text)
                .orElseThrow(() -> JsonError.expected(parser, "a colour such as \"#e69f00\"")));
        writesAs(ClassColor.class, ClassColor::toString);
    }

    private void arrays() {
        reads(Double.class, (parser, _) -> ElementBuffer.real(parser, DType.FLOAT64));
        reads(Shape.class, (parser, _) -> shape(parser));
        reads(ArrayForm.Lists.class, (parser, _) -> ArrayForm.Lists.skip(parser));
        reads(ArrayForm.Base64.class, (parser, _) -> ArrayForm.Base64.skip(parser));
        reads(Weight.class, (parser, _) -> weight(parser));
        writes(Weight.class, ArrayWriter::write);
        writes(LabelArray.class, ArrayWriter::write);
    }

    private void steps() {
        StepFormat steps = new StepFormat();
        reads(EncodingStep.class, steps::read);
        writes(EncodingStep.class, steps::write);
        reads(Remap.Entry.class, DocumentModule::pair);
        writes(Remap.Entry.class, (pair, json, _) -> json.writeArray(new long[] {pair.from(), pair.to()}, 0, PAIR));
        readsFrom(ColorForm.class, Palette.Entry.class, (form, _) -> form.entry());
        writesAs(Palette.Entry.class, ColorForm::of);
        reads(Palette.class, DocumentModule::palette);
        writesAs(Palette.class, palette -> BuiltInPalette.of(palette)
                .<Object>map(BuiltInPalette::id)
                .orElseGet(() -> PaletteForm.of(palette)));
    }

    private static Recipe recipe(RecipeForm form, JsonParser parser) {
        Activation activation =
                switch (form.activation()) {
                    case NONE -> new Activation.None();
                    case SIGMOID -> new Activation.Sigmoid();
                    case SOFTMAX -> new Activation.Softmax(dim(form, parser));
                    case LOG_SOFTMAX -> new Activation.LogSoftmax(dim(form, parser));
                };
        boolean hasDim = activation instanceof Activation.Softmax || activation instanceof Activation.LogSoftmax;
        if (form.dim().isPresent() && !hasDim) {
            throw JsonError.in(parser, "dim", JsonNames.of(form.activation()) + " has no dim");
        }
        return new Recipe(activation, form.loss());
    }

    private static int dim(RecipeForm form, JsonParser parser) {
        return form.dim().orElseThrow(() -> new JsonError(parser, JsonNames.of(form.activation()) + " needs \"dim\""));
    }

    private static LabelSource source(SourceForm form, JsonParser parser) {
        if (form.bits() < 1 || form.bits() > MOST_BITS) {
            throw JsonError.in(
                    parser, "bits", "expected a number of bits from 1 to " + MOST_BITS + ", found " + form.bits());
        }
        return form.source();
    }

    private static Palette palette(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return oneOf(parser, List.of(BuiltInPalette.values()), BuiltInPalette::id)
                    .palette();
        }
        PaletteForm form = value(parser, context, PaletteForm.class);
        try {
            return new Palette(form.name(), form.colors());
        } catch (IllegalArgumentException wrong) {
            throw JsonError.in(parser, "colors", String.valueOf(wrong.getMessage()));
        }
    }

    private static Remap.Entry pair(JsonParser parser, DeserializationContext context) {
        Long[] pair = value(parser, context, Long[].class);
        if (pair.length != PAIR) {
            throw new JsonError(
                    parser, "expected [from, to], found " + pair.length + (pair.length == 1 ? " number" : " numbers"));
        }
        return new Remap.Entry(pair[0], pair[1]);
    }

    private static Weight weight(JsonParser parser) {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return new Weight(null);
        }
        ElementBuffer elements = new ElementBuffer(DType.FLOAT32);
        Shape shape = NestedLists.read(parser, elements);
        return new Weight(elements.toArray(shape).toTensor());
    }

    private static Shape shape(JsonParser parser) {
        JsonError.require(parser, JsonToken.START_ARRAY, "a list");
        List<Integer> sizes = new ArrayList<>();
        long elements = 1;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            sizes.add(size(parser));
            elements = Math.min(elements, Integer.MAX_VALUE + 1L) * sizes.getLast();
        }
        if (elements > Integer.MAX_VALUE) {
            throw new JsonError(parser, sizes + " has more than " + Integer.MAX_VALUE + " elements");
        }
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int size(JsonParser parser) {
        OptionalLong size = whole(parser);
        if (size.isEmpty() || size.getAsLong() < 1 || size.getAsLong() > Integer.MAX_VALUE) {
            throw JsonError.expected(parser, "a size from 1 to " + Integer.MAX_VALUE);
        }
        return (int) size.getAsLong();
    }
}
