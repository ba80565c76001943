package lossgrid.paint.color;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A list of opaque colours, read from {@code assets/colormaps/}: one {@code #rrggbb} a line, lines that start with
 * {@code # } are comments.
 */
public final class ColorMap {
    private static final int OPAQUE = 0xff000000;
    private static final int HEX = 16;
    private static final String NOTE = "# ";

    private final int[] argb;

    private ColorMap(int... argb) {
        this.argb = argb;
    }

    /** Loads {@code assets/colormaps/<name>.txt}, which is part of the program. */
    public static ColorMap load(String name) {
        try (InputStream in = ColorMap.class.getResourceAsStream("/assets/colormaps/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("colour map " + name + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new ColorMap(lines.lines()
                    .filter(line -> !line.startsWith(NOTE) && !line.isBlank())
                    .mapToInt(line -> OPAQUE | Integer.parseInt(line.strip().substring(1), HEX))
                    .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The index of the colour at {@code t}, clamped to 0…1. */
    int index(double t) {
        int last = argb.length - 1;
        return t >= 1 ? last : t > 0 ? (int) (t * last + 0.5) : 0;
    }
}
