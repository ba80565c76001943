package lossgrid.model.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.encoding.Palette;

/**
 * The different colours of an array whose last dimension holds red, green, blue and perhaps alpha, which is ignored.
 *
 * @param counts the number of pixels of each colour, 0xrrggbb
 * @param complete whether all colours are counted; at most {@link #MOST_COLORS} are
 * @param grey whether red, green and blue are the same everywhere
 */
public record ColorCounts(Map<Integer, Long> counts, boolean complete, boolean grey) {
    static final int MOST_COLORS = 1024;

    private static final int MOST_OF_BYTE = 255;
    private static final int GREEN_BITS = 8;
    private static final int RED_BITS = 16;

    public static ColorCounts of(LabelArray labels) {
        Shape shape = labels.shape();
        int channels = shape.fromEnd(0);
        Map<Integer, Long> counts = new LinkedHashMap<>();
        boolean complete = true;
        boolean grey = true;
        int present = -1;
        long run = 0;
        for (int i = 0; i + channels <= labels.size() && complete; i += channels) {
            int rgb = rgb(labels, i);
            if (rgb != present) {
                complete = add(counts, present, run);
                present = rgb;
                run = 0;
                grey &= red(rgb) == blue(rgb) && green(rgb) == blue(rgb);
            }
            run++;
        }
        complete &= add(counts, present, run);
        return new ColorCounts(counts, complete, grey);
    }

    private static boolean add(Map<Integer, Long> counts, int rgb, long run) {
        if (run > 0) {
            counts.merge(rgb, run, Long::sum);
        }
        return counts.size() <= MOST_COLORS;
    }

    private static int rgb(LabelArray labels, int i) {
        return (part(labels, i) << RED_BITS) | (part(labels, i + 1) << GREEN_BITS) | part(labels, i + 2);
    }

    private static int part(LabelArray labels, int i) {
        return Math.clamp(labels.longAt(i), 0, MOST_OF_BYTE);
    }

    private static int red(int rgb) {
        return rgb >> RED_BITS;
    }

    private static int green(int rgb) {
        return (rgb >> GREEN_BITS) & MOST_OF_BYTE;
    }

    private static int blue(int rgb) {
        return rgb & MOST_OF_BYTE;
    }

    public int size() {
        return counts.size();
    }

    /**
     * Whether every colour is one of the palette's; black may also be what a palette without it leaves out. A single
     * colour is not enough evidence.
     */
    public boolean isOf(Palette palette) {
        Set<Integer> known = palette.indices().keySet();
        long own = counts.keySet().stream().filter(known::contains).count();
        return complete && own >= 2 && own + (counts.containsKey(0) && !known.contains(0) ? 1 : 0) == counts.size();
    }

    /** A palette of these colours, black first, then from the most frequent to the rarest. */
    public Palette ownPalette(String name) {
        List<Map.Entry<Integer, Long>> colors = new ArrayList<>(counts.entrySet());
        colors.sort(Comparator.<Map.Entry<Integer, Long>>comparingInt(color -> color.getKey() == 0 ? 0 : 1)
                .thenComparingLong(color -> -color.getValue())
                .thenComparing(Map.Entry::getKey));
        List<Palette.Entry> entries = new ArrayList<>();
        for (int i = 0; i < colors.size(); i++) {
            int rgb = colors.get(i).getKey();
            entries.add(new Palette.Entry(red(rgb), green(rgb), blue(rgb), "", i));
        }
        return new Palette(name, entries);
    }
}
