package lossgrid.model.encoding;

import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.text.RecordField;
import org.jspecify.annotations.Nullable;

/** An argument of a step: a component of its record. */
public record StepArgument(RecordField field, Form form) {
    /** The kind of value that an argument holds. */
    public enum Form {
        INT32,
        INT64,
        REAL,
        FLAG,
        DTYPE,
        PALETTE,
        /** A list of 32-bit numbers. */
        DIMS,
        /** A list of {@link Remap.Entry}. */
        TABLE
    }

    static List<StepArgument> of(Class<? extends EncodingStep> step) {
        return RecordField.of(step).stream()
                .map(field -> new StepArgument(field, form(field)))
                .toList();
    }

    private static Form form(RecordField field) {
        if (field.type() instanceof ParameterizedType list) {
            return list.getActualTypeArguments()[0] == Integer.class ? Form.DIMS : Form.TABLE;
        }
        if (field.type() == DType.class) {
            return Form.DTYPE;
        }
        if (field.type() == Palette.class) {
            return Form.PALETTE;
        }
        return switch (field.type().getTypeName()) {
            case "int", "java.lang.Integer" -> Form.INT32;
            case "long", "java.lang.Long" -> Form.INT64;
            case "double" -> Form.REAL;
            case "boolean" -> Form.FLAG;
            default -> throw new IllegalStateException("no argument holds a " + field.type());
        };
    }

    /** The name in documents, and in PyTorch where it has one there. */
    public String name() {
        return field.name();
    }

    /** Whether a step says nothing without it. */
    public boolean isRequired() {
        return usualText().isEmpty();
    }

    /** The value of one that is left out; null also for one that is required. */
    public @Nullable Object usual() {
        String text = usualText().orElse("");
        if (text.isEmpty()) {
            return null;
        }
        return switch (form) {
            case INT32 -> Integer.valueOf(text);
            case INT64 -> Long.valueOf(text);
            case FLAG -> Boolean.valueOf(text);
            case REAL, DTYPE, PALETTE, DIMS, TABLE -> throw new IllegalStateException("no usual " + form);
        };
    }

    private Optional<String> usualText() {
        return field.annotation(Argument.class)
                .filter(more -> more.usual().length > 0)
                .map(more -> more.usual()[0]);
    }

    /** The least number that may be typed. */
    public int least() {
        return field.annotation(Argument.class).map(Argument::least).orElse(Integer.MIN_VALUE);
    }

    /** Whether 0 may be typed. */
    public boolean takesZero() {
        return field.annotation(Argument.class).map(Argument::zero).orElse(true);
    }

    /** Its value in a step, or in the one that is switched off. */
    public @Nullable Object in(EncodingStep step) {
        return field.in(step instanceof Skipped(var off) ? off : step);
    }

    /** The step with another value here; one that is switched off stays so. */
    public EncodingStep with(EncodingStep step, @Nullable Object value) {
        if (step instanceof Skipped(var off)) {
            return new Skipped(with(off, value));
        }
        List<@Nullable Object> values = new ArrayList<>();
        RecordField.of(step.getClass()).forEach(other -> values.add(other == field ? value : other.in(step)));
        return RecordField.make(step.getClass(), values);
    }
}
