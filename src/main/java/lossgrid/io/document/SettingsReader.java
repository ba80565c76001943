package lossgrid.io.document;

import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.io.document.ObjectForm.Field;
import lossgrid.io.json.JsonNames;
import lossgrid.io.json.JsonNames.ActivationName;
import lossgrid.model.document.Activation;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;
import tools.jackson.core.JsonToken;

/** Reads the small parts of a document: the recipe, an encoding step, a colour, the options. */
final class SettingsReader {
    private final JsonCursor cursor;

    SettingsReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    Recipe recipe() throws DocumentException {
        ObjectForm form = new ObjectForm(cursor);
        Field<ActivationName> activation =
                form.required("activation", () -> cursor.oneOf("activation", ActivationName.values(), JsonNames::of));
        Field<Integer> dim = form.optional("dim", cursor::int32);
        Field<LossKind> loss =
                form.required("loss", () -> cursor.oneOf("loss", LossKind.values(), LossKind::torchName));
        form.read();
        String name = JsonNames.of(activation.value());
        if (!activation.value().hasDim()) {
            forbid(dim, "dim", name);
        }
        return new Recipe(
                switch (activation.value()) {
                    case NONE -> new Activation.None();
                    case SIGMOID -> new Activation.Sigmoid();
                    case SOFTMAX -> new Activation.Softmax(need(dim, "dim", name));
                    case LOG_SOFTMAX -> new Activation.LogSoftmax(need(dim, "dim", name));
                },
                loss.value());
    }

    EncodingStep step() throws DocumentException {
        return new StepReader(cursor).read();
    }

    private <T> T need(Field<T> field, String fieldName, String owner) throws DocumentException {
        Optional<T> given = field.given();
        if (given.isEmpty()) {
            throw cursor.error(owner + " needs \"" + fieldName + "\"");
        }
        return given.get();
    }

    private void forbid(Field<?> field, String fieldName, String owner) throws DocumentException {
        if (field.isGiven()) {
            throw cursor.errorIn(fieldName, owner + " has no " + fieldName);
        }
    }

    ClassColor color() throws DocumentException {
        Optional<ClassColor> color = ClassColor.parse(cursor.text());
        if (color.isEmpty()) {
            throw cursor.expected("a colour such as \"#e69f00\"");
        }
        return color.get();
    }

    LossOptions options() throws DocumentException {
        LossOptions defaults = LossOptions.defaults();
        ObjectForm form = new ObjectForm(cursor);
        Field<Reduction> reduction =
                form.optional("reduction", () -> cursor.oneOf("reduction", Reduction.values(), Reduction::torchName));
        Field<Long> ignoreIndex = form.optional("ignore_index", cursor::int64);
        Field<Optional<Tensor>> weight = form.optional("weight", this::weight);
        Field<Optional<Tensor>> posWeight = form.optional("pos_weight", this::weight);
        Field<Double> labelSmoothing =
                form.optional("label_smoothing", () -> ElementBuffer.real(cursor, DType.FLOAT64));
        form.read();
        return new LossOptions(
                reduction.orElse(defaults.reduction()),
                ignoreIndex.orElse(defaults.ignoreIndex()),
                weight.orElse(Optional.empty()).orElse(null),
                posWeight.orElse(Optional.empty()).orElse(null),
                labelSmoothing.orElse(defaults.labelSmoothing()));
    }

    private Optional<Tensor> weight() throws DocumentException {
        if (cursor.isAt(JsonToken.VALUE_NULL)) {
            return Optional.empty();
        }
        ElementBuffer elements = new ElementBuffer(DType.FLOAT32);
        Shape shape = NestedLists.read(cursor, elements);
        return Optional.of(elements.toArray(shape).toTensor());
    }
}
