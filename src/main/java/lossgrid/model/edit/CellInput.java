package lossgrid.model.edit;

import java.util.OptionalDouble;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.model.text.NumberParser;

/** What a user types into a cell, read as an edit or refused with a reason. */
public sealed interface CellInput {
    record Accepted(Edit edit) implements CellInput {}

    record Rejected(Reason reason) implements CellInput {}

    /** Why a text is no value of a cell. */
    enum Reason {
        NOT_A_NUMBER,
        NOT_WHOLE,
        OUT_OF_RANGE
    }

    /** Reads a logit: any decimal number, {@code nan}, {@code inf}, {@code -inf}; a minus sign may be typographic. */
    static CellInput logit(int cell, String text) {
        OptionalDouble value = NumberParser.real(text);
        if (value.isEmpty()) {
            return new Rejected(Reason.NOT_A_NUMBER);
        }
        float rounded = (float) value.getAsDouble();
        return overflows(rounded, text)
                ? new Rejected(Reason.OUT_OF_RANGE)
                : new Accepted(new Edit.SetLogit(cell, rounded));
    }

    /** Reads a label of the array's dtype: whole numbers within its range for the integer types, {@code true} and {@code false} too for bool. */
    static CellInput label(LabelArray labels, int cell, String text) {
        DType dtype = labels.dtype();
        return dtype.isFloatingPoint() ? real(dtype, cell, text) : whole(dtype, cell, text);
    }

    /** Whether a number written in digits has become infinite. */
    private static boolean overflows(double stored, String text) {
        return Double.isInfinite(stored) && text.chars().anyMatch(Character::isDigit);
    }

    private static CellInput real(DType dtype, int cell, String text) {
        OptionalDouble value = NumberParser.real(text);
        if (value.isEmpty()) {
            return new Rejected(Reason.NOT_A_NUMBER);
        }
        double wide = value.getAsDouble();
        double stored = dtype == DType.FLOAT32 ? (float) wide : wide;
        return overflows(stored, text)
                ? new Rejected(Reason.OUT_OF_RANGE)
                : new Accepted(new Edit.SetLabel(cell, new Scalar.Real(stored)));
    }

    private static CellInput whole(DType dtype, int cell, String text) {
        String plain = NumberParser.plain(text);
        if (dtype == DType.BOOL && (plain.equals("true") || plain.equals("false"))) {
            return new Accepted(new Edit.SetLabel(cell, new Scalar.Whole(plain.equals("true") ? 1 : 0)));
        }
        if (!plain.matches("[+-]?\\d+")) {
            return new Rejected(NumberParser.real(text).isPresent() ? Reason.NOT_WHOLE : Reason.NOT_A_NUMBER);
        }
        try {
            long value = Long.parseLong(plain);
            return value >= least(dtype) && value <= most(dtype)
                    ? new Accepted(new Edit.SetLabel(cell, new Scalar.Whole(value)))
                    : new Rejected(Reason.OUT_OF_RANGE);
        } catch (NumberFormatException e) {
            return new Rejected(Reason.OUT_OF_RANGE);
        }
    }

    static long least(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8 -> 0;
            case INT16 -> Short.MIN_VALUE;
            case INT32 -> Integer.MIN_VALUE;
            case INT64, FLOAT32, FLOAT64 -> Long.MIN_VALUE;
        };
    }

    static long most(DType dtype) {
        return switch (dtype) {
            case BOOL -> 1;
            case UINT8 -> 255;
            case INT16 -> Short.MAX_VALUE;
            case INT32 -> Integer.MAX_VALUE;
            case INT64, FLOAT32, FLOAT64 -> Long.MAX_VALUE;
        };
    }
}
