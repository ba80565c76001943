package lossgrid.io.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import lossgrid.core.array.DType;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.ObjectForm.Field;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads one encoding step of a document: its name, its arguments, and whether it is switched off. */
final class StepReader {
    private final DocumentReader reader;
    private final JsonCursor cursor;

    StepReader(DocumentReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
    }

    EncodingStep read() throws UnreadableFile {
        ObjectForm form = new ObjectForm(cursor);
        Field<StepKind> name = form.required(
                "step", () -> cursor.oneOf("step", StepKind.NAMED.toArray(StepKind[]::new), StepKind::key));
        Map<String, Field<?>> given = new LinkedHashMap<>();
        for (StepKind kind : StepKind.NAMED) {
            for (StepArgument argument : kind.arguments()) {
                given.computeIfAbsent(argument.name(), field -> form.optional(field, () -> value(argument)));
            }
        }
        Field<Boolean> off = form.optional("off", cursor::bool);
        form.read();
        StepKind kind = name.required();
        List<StepArgument> arguments = kind.arguments();
        requireArgumentsOf(kind, arguments, given);
        List<@Nullable Object> values = new ArrayList<>();
        for (StepArgument argument : arguments) {
            Field<?> field = given.get(argument.name());
            values.add(field != null && field.isGiven() ? converted(argument, field.value()) : argument.usual());
        }
        EncodingStep step = reader.checked(arguments.getFirst().name(), () -> kind.step(values));
        return off.isGiven() && off.required() ? new Skipped(step) : step;
    }

    private void requireArgumentsOf(StepKind kind, List<StepArgument> arguments, Map<String, Field<?>> given)
            throws UnreadableFile {
        for (Map.Entry<String, Field<?>> field : given.entrySet()) {
            StepArgument argument = arguments.stream()
                    .filter(each -> each.name().equals(field.getKey()))
                    .findFirst()
                    .orElse(null);
            boolean isGiven = field.getValue().isGiven();
            if (isGiven && argument == null) {
                throw cursor.errorIn(field.getKey(), kind.key() + " has no " + field.getKey());
            }
            if (!isGiven && argument != null && argument.isRequired()) {
                throw cursor.error(kind.key() + " needs \"" + field.getKey() + "\"");
            }
        }
    }

    private @Nullable Object value(StepArgument argument) throws UnreadableFile {
        return switch (argument.form()) {
            case REAL -> amount();
            case FLAG -> cursor.bool();
            case INT32, INT64, DTYPE, PALETTE, DIMS, TABLE ->
                reader.value(argument.field().type(), argument.name());
        };
    }

    /** A number, and whether it is a 64-bit whole one; steps differ in which they take, and the name may come last. */
    private record Amount(double number, OptionalLong whole) {}

    private Amount amount() throws UnreadableFile {
        if (cursor.isAt(JsonToken.VALUE_STRING)) {
            throw cursor.expected("a finite number");
        }
        return new Amount(ElementBuffer.real(cursor, DType.FLOAT64), cursor.whole());
    }

    private @Nullable Object converted(StepArgument argument, @Nullable Object value) throws UnreadableFile {
        if (!(value instanceof Amount(double number, OptionalLong whole))) {
            return value;
        }
        if (argument.form() == StepArgument.Form.REAL) {
            return number;
        }
        if (whole.isEmpty()) {
            throw cursor.errorIn(argument.name(), "expected a 64-bit whole number, found " + number);
        }
        return whole.getAsLong();
    }
}
