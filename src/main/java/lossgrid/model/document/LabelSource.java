package lossgrid.model.document;

import java.util.List;

/**
 * The origin of labels and their storage there, before any edit or encoding step.
 *
 * @param file its name without folders; an array of an archive follows in brackets, as in {@code masks.npz[y]}
 * @param storedType the element type as NumPy names it, which may be narrower than the labels' dtype: {@code uint16},
 *     {@code float16}
 * @param bits the bits of one sample or element as stored, 1 to 64
 * @param palette the colours of indices 0, 1, …, each 0xRRGGBB; empty where there are none
 */
public record LabelSource(
        String file, Format format, Layout layout, String storedType, int bits, List<Integer> palette) {
    private static final int MOST_BITS = 64;
    private static final int WHITE = 0xffffff;

    /** The kinds of files that are read. */
    public enum Format {
        PNG,
        TIFF,
        BMP,
        NPY,
        NPZ,
        CSV,
        TEXT
    }

    /** The layout of the numbers in the file: the samples of a pixel, or the order of an array's elements. */
    public enum Layout {
        GREY,
        PALETTE,
        RGB,
        RGBA,
        GREY_ALPHA,
        C_ORDER,
        FORTRAN_ORDER,
        TEXT,
        /** Labels that are not in the file but predicted from its logits. */
        PREDICTION
    }

    public LabelSource {
        if (bits < 1 || bits > MOST_BITS) {
            throw new IllegalArgumentException("an element of " + bits + " bits");
        }
        palette = List.copyOf(palette);
        for (int color : palette) {
            if (color < 0 || color > WHITE) {
                throw new IllegalArgumentException("no colour: " + color);
            }
        }
    }

    /** The source of labels predicted from logits of this source. */
    public LabelSource predicted() {
        return new LabelSource(file, format, Layout.PREDICTION, storedType, bits, List.of());
    }

    /** Whether the numbers are indices into a palette. */
    public boolean isPalette() {
        return layout == Layout.PALETTE;
    }

    /** Whether the last dimension holds the samples of a pixel's colour. */
    public boolean isColor() {
        return layout == Layout.RGB || layout == Layout.RGBA;
    }
}
