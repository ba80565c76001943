package lossgrid.paint.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lossgrid.core.array.DecimalText;

/** A length as people give it for a slide or a paper: {@code 1920 px}, {@code 85 mm}, {@code 8 pt}. */
public record FigureLength(double amount, Unit unit) {
    private static final double UNITS_AN_INCH = 96;
    private static final double POINTS_AN_INCH = 72;
    private static final double MILLIMETRES_AN_INCH = 25.4;
    private static final int DIGITS = 2;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5}(?:[.,]\\d{1,3})?)\\s*([a-z]*)");

    /** A unit of length, and how many units of a layout it has: there are 96 of those to an inch, as in CSS. */
    public enum Unit {
        PX(1),
        PT(UNITS_AN_INCH / POINTS_AN_INCH),
        MM(UNITS_AN_INCH / MILLIMETRES_AN_INCH);

        private final double units;

        Unit(double units) {
            this.units = units;
        }

        public String symbol() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static FigureLength px(double amount) {
        return new FigureLength(amount, Unit.PX);
    }

    /** The length that a user means; a number alone is in {@code usual}. */
    public static Optional<FigureLength> parse(String text, Unit usual) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String symbol = matcher.group(2).isEmpty() ? usual.symbol() : matcher.group(2);
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.symbol().equals(symbol) && amount > 0)
                .findFirst()
                .map(unit -> new FigureLength(amount, unit));
    }

    /** The same length in units of a layout. */
    public double units() {
        return amount * unit.units;
    }

    /** Whether it is a length on paper. */
    public boolean isPhysical() {
        return unit != Unit.PX;
    }

    public double inches() {
        return units() / UNITS_AN_INCH;
    }

    /** {@code 85 mm}. */
    public String text() {
        return DecimalText.trimmed(amount, DIGITS) + " " + unit.symbol();
    }

    /** This length in the unit of another, for so many units of a layout. */
    FigureLength withUnits(double units) {
        return new FigureLength(units / unit.units, unit);
    }
}
