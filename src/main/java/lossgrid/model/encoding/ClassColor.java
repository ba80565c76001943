package lossgrid.model.encoding;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The colour of a class.
 *
 * @param rgb 0xrrggbb
 */
public record ClassColor(int rgb) {
    private static final int MOST = 0xffffff;
    private static final int HEX = 16;
    private static final Pattern TEXT = Pattern.compile("#[0-9a-fA-F]{6}");

    public ClassColor {
        if (rgb < 0 || rgb > MOST) {
            throw new IllegalArgumentException("no colour: " + rgb);
        }
    }

    /** Reads {@code #rrggbb}; empty for every other text. */
    public static Optional<ClassColor> parse(String text) {
        return TEXT.matcher(text).matches()
                ? Optional.of(new ClassColor(Integer.parseInt(text.substring(1), HEX)))
                : Optional.empty();
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        return "#%06x".formatted(rgb);
    }
}
