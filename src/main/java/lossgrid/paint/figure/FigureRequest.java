package lossgrid.paint.figure;

import java.util.Locale;
import java.util.Optional;

/**
 * A figure that is asked for.
 *
 * @param width of the whole figure
 * @param type the size of its ordinary type
 * @param resolution pixels of a PNG to an inch, where the width is a length on paper
 */
public record FigureRequest(
        FigurePart part,
        FigureLength width,
        FigureLength type,
        FigureGround ground,
        FigureFormat format,
        double resolution) {
    /** Pixels to an inch that journals ask for. */
    public static final double USUAL_RESOLUTION = 300;

    /** Larger pictures are not drawn. */
    public static final double MOST_PIXELS = 1e8;

    /** The widest picture, in pixels: canvases cannot be wider. */
    public static final int WIDEST = 8000;

    /** The least width relative to the size of type, so that a line has room for a title. */
    public static final double LEAST_EMS = 12;

    private static final int WORDS = 5;
    private static final double SMALLEST_TYPE = 4;
    private static final double SLIDE_WIDTH = 1920;
    private static final double SLIDE_TYPE = 24;
    private static final double PAPER_TYPE = 8;
    private static final double SMALLEST_USUAL_TYPE = 11;

    /** What a figure is before anyone has chosen: the screen that is shown, for a slide. */
    public static final FigureRequest USUAL = new FigureRequest(
            FigurePart.SCREEN,
            FigureLength.px(SLIDE_WIDTH),
            FigureLength.px(SLIDE_TYPE),
            FigureGround.LIGHT,
            FigureFormat.PNG,
            USUAL_RESOLUTION);

    /** The size of type that suits a width: 24 px on a slide of 1920 px, 8 pt on paper. */
    public static FigureLength typeFor(FigureLength width) {
        return width.isPhysical()
                ? new FigureLength(PAPER_TYPE, FigureLength.Unit.PT)
                : FigureLength.px(Math.max(SMALLEST_USUAL_TYPE, Math.rint(width.amount() * SLIDE_TYPE / SLIDE_WIDTH)));
    }

    /** The width of a PNG in pixels. */
    public int pixels() {
        return (int) Math.round(width.isPhysical() ? width.inches() * resolution : width.amount());
    }

    /** Pixels of a PNG to a unit of the layout, exactly. */
    public double scale() {
        return pixels() / width.units();
    }

    /** The height of a PNG in pixels, for so many units of the layout. */
    public int pixelsHigh(double units) {
        return (int) Math.ceil(units * scale() - 1e-6);
    }

    /** The height in whole units of the width. */
    public FigureLength roundHeight(double units) {
        FigureLength height = width.withUnits(units);
        return new FigureLength(Math.rint(height.amount()), height.unit());
    }

    /** A figure as a line of text: {@code board 85mm 8pt light png}. */
    public String text() {
        return String.join(
                " ",
                part.key(),
                width.text().replace(" ", ""),
                type.text().replace(" ", ""),
                ground.key(),
                format.name().toLowerCase(Locale.ROOT));
    }

    /** The figure that {@link #text} was made of, if it was. */
    public static Optional<FigureRequest> parse(String text) {
        String[] words = text.strip().split(" +", -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        Optional<FigurePart> part = FigurePart.of(words[0]);
        Optional<FigureLength> width = FigureLength.parse(words[1], FigureLength.Unit.PX);
        Optional<FigureLength> type = FigureLength.parse(words[2], FigureLength.Unit.PX);
        Optional<FigureGround> ground = FigureGround.of(words[3]);
        Optional<FigureFormat> format = FigureFormat.of(words[4]);
        boolean isWhole =
                part.isPresent() && width.isPresent() && type.isPresent() && ground.isPresent() && format.isPresent();
        return isWhole
                ? Optional.of(new FigureRequest(
                        part.get(), width.get(), type.get(), ground.get(), format.get(), USUAL_RESOLUTION))
                : Optional.empty();
    }

    /** The width relative to the size of type. */
    public double ems() {
        return width.units() / type.units();
    }

    /** The least width at this size of type. */
    public FigureLength leastWidth() {
        return width.withUnits(Math.ceil(LEAST_EMS * type.units()));
    }

    public boolean isWideEnough() {
        return ems() >= LEAST_EMS;
    }

    /** Whether it can be drawn at all. */
    public boolean isPossible() {
        return pixels() >= 1 && pixels() <= WIDEST && type.units() >= SMALLEST_TYPE && resolution >= 1;
    }

    public FigureRequest of(FigurePart other) {
        return new FigureRequest(other, width, type, ground, format, resolution);
    }

    public FigureRequest in(FigureFormat other) {
        return new FigureRequest(part, width, type, ground, other, resolution);
    }
}
