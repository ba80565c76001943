package lossgrid.paint.color;

import java.util.List;

/**
 * The colours of a document's classes.
 *
 * @param colors opaque, from class 0; further classes have those of {@link DefaultClassColors}
 */
public record ClassPalette(List<Integer> colors) {
    /** The palette of documents without colours of their own. */
    public static final ClassPalette USUAL = new ClassPalette(List.of());

    /** The alpha of an opaque colour. */
    public static final int OPAQUE = 0xff000000;

    public ClassPalette {
        colors = List.copyOf(colors);
    }

    /** The colour of class {@code c}, not negative. */
    public int of(long c) {
        return c < colors.size() ? colors.get((int) c) : DefaultClassColors.of(c);
    }

    /** The lines over the colour of class {@code c}: none for the first class that has this colour. */
    public ClassTexture texture(long c) {
        if (c >= colors.size()) {
            return DefaultClassColors.texture(c);
        }
        int color = of(c);
        return ClassTexture.after(
                colors.stream().limit(c).filter(earlier -> earlier == color).count());
    }

    /** The lines over the colour of a label; none where it is not a whole number. */
    public ClassTexture textureOf(double label) {
        return label == Math.rint(label) && label >= 0 ? texture((long) label) : ClassTexture.PLAIN;
    }

    /** The colour of a label, mixed from its two neighbours when it is not a whole number. */
    public int mix(double label) {
        long below = (long) Math.floor(label);
        double t = label - below;
        return t == 0 ? of(below) : DefaultClassColors.blend(of(below), of(below + 1), t);
    }
}
