package lossgrid.paint.grid;

import java.util.Optional;
import lossgrid.paint.color.NumberDisplay;

/**
 * The format of the numbers in a grid's cells. In smaller cells it gets shorter: first digits are dropped while the
 * largest number keeps two figures, then, if all numbers lie within ±1, the zero before the point ({@code -.008}), then
 * more digits.
 *
 * @param digits the digits after the point
 * @param isBare whether the zero before the point is left out
 * @param peak the largest finite absolute value of the grid
 */
record CellFormat(int digits, boolean isBare, float peak) {
    static CellFormat of(int digits, float peak) {
        return new CellFormat(digits, false, peak);
    }

    /** Whether both formats write every number in the same way. */
    boolean writesAs(CellFormat other) {
        return digits == other.digits && isBare == other.isBare;
    }

    String write(double value) {
        String text = NumberDisplay.fixed(value, digits);
        if (!isBare) {
            return text;
        }
        return text.startsWith("0.") ? text.substring(1) : text.startsWith("-0.") ? "-" + text.substring(2) : text;
    }

    /** The same with so many digits, or with the fewest with which the largest number is not written as 0. */
    CellFormat withDigits(int fewer) {
        int least = peak > 0 ? Math.min(digits, (int) Math.ceil(-Math.log10(peak))) : 0;
        return new CellFormat(Math.clamp(fewer, Math.clamp(least, 0, digits), digits), false, peak);
    }

    /** A shorter format; empty when it would turn everything into 0. */
    Optional<CellFormat> shorter() {
        if (digits <= 1) {
            return Optional.empty();
        }
        CellFormat fewer = new CellFormat(digits - 1, isBare, peak);
        if (peak == 0 || (!isBare && peak >= Math.pow(10, 2 - digits))) {
            return Optional.of(fewer);
        }
        double unit = Math.pow(10, digits);
        if (!isBare && Math.round(peak * unit) < unit) {
            return Optional.of(new CellFormat(digits, true, peak));
        }
        return peak >= Math.pow(10, 1 - digits) ? Optional.of(fewer) : Optional.empty();
    }
}
