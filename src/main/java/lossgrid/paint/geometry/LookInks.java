package lossgrid.paint.geometry;

/**
 * The looks that are not ordinary as patterns of pixels, for cells that are too small for glyphs. Each has the ground
 * and the ink of the cells that are drawn one by one, and lines in its direction.
 *
 * @param paper opaque, as all of these, under the lines of ignored cells
 * @param hatch those lines
 * @param alarm under NaN, infinities and labels that are not classes
 * @param alarmInk the marks on these
 */
public record LookInks(int paper, int hatch, int alarm, int alarmInk) {
    /** Greys, which no colour map has. */
    public static final LookInks GREYS = new LookInks(0xffd0d7de, 0xff8c959f, 0xffd0d7de, 0xff24292f);

    private static final int PERIOD = 4;
    /** Of arrowheads, which need more room. */
    private static final int ARROW = 6;

    /** The colour of a pixel of an area of this look. */
    public int argb(CellLook look, int x, int y) {
        boolean isRising = Math.floorMod(x + y, PERIOD) == 0;
        boolean isFalling = Math.floorMod(x - y, PERIOD) == 0;
        return switch (look) {
            case ORDINARY -> throw new IllegalArgumentException("an ordinary cell has a colour");
            case IGNORED -> isRising ? hatch : paper;
            case NO_CLASS -> isFalling ? alarmInk : alarm;
            case NAN -> isRising || isFalling ? alarmInk : alarm;
            case POSITIVE_INFINITY -> isArrow(x, y) ? alarmInk : alarm;
            case NEGATIVE_INFINITY -> isArrow(x, -y) ? alarmInk : alarm;
        };
    }

    /** Whether a pixel is part of an arrowhead that points up. */
    private static boolean isArrow(int x, int y) {
        return Math.floorMod(y - Math.abs(Math.floorMod(x, ARROW) - ARROW / 2), PERIOD) == 0;
    }

    /** The colour of a single pixel, which has no room for a pattern: the more conspicuous one. */
    public int lone(CellLook look) {
        return look == CellLook.IGNORED ? hatch : alarmInk;
    }
}
