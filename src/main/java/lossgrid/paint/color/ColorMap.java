package lossgrid.paint.color;

import lossgrid.model.text.Asset;

/** A list of opaque colours, read from {@code assets/colormaps/}: one {@code #rrggbb} a line, lines that start with {@code # } are notes. */
public final class ColorMap {
    private static final int OPAQUE = 0xff000000;
    private static final int HEX = 16;

    private final int[] argb;

    private ColorMap(int... argb) {
        this.argb = argb;
    }

    /** The map {@code assets/colormaps/<name>.txt}, which is part of the program. */
    public static ColorMap load(String name) {
        return new ColorMap(Asset.lines("colormaps/" + name + ".txt").stream()
                .mapToInt(line -> OPAQUE | Integer.parseInt(line.strip().substring(1), HEX))
                .toArray());
    }

    public int size() {
        return argb.length;
    }

    /** Colour {@code i}, {@code 0 ≤ i < size}. */
    public int color(int i) {
        return argb[i];
    }

    /** The colour at {@code t}, clamped to 0…1. */
    public int at(double t) {
        return argb[index(t)];
    }

    /** The number of the colour at {@code t}, clamped to 0…1. */
    int index(double t) {
        int last = argb.length - 1;
        return t >= 1 ? last : t > 0 ? (int) (t * last + 0.5) : 0;
    }
}
