package lossgrid.model.finding;

import java.util.ArrayList;
import java.util.List;
import lossgrid.model.Palette;

/** Palettes for tests: that of Pascal VOC, which follows from a rule on the bits of the index, and one of as many colours as ADE20K has. */
final class Palettes {
    private static final int VOC_CLASSES = 21;
    private static final int MANY = 150;

    private Palettes() {}

    static List<Palette> known() {
        return List.of(voc(), many());
    }

    static Palette voc() {
        List<Palette.Entry> entries = new ArrayList<>();
        for (int i = 0; i < VOC_CLASSES; i++) {
            entries.add(entry(i));
        }
        entries.add(entry(255));
        return new Palette("Pascal VOC", entries);
    }

    /** The colour that VOC's devkit gives to an index. */
    private static Palette.Entry entry(int index) {
        int[] rgb = new int[3];
        int rest = index;
        for (int bit = 7; bit >= 0; bit--) {
            for (int part = 0; part < 3; part++) {
                rgb[part] |= ((rest >> part) & 1) << bit;
            }
            rest >>= 3;
        }
        return new Palette.Entry(rgb[0], rgb[1], rgb[2], "", index);
    }

    private static Palette many() {
        List<Palette.Entry> entries = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            entries.add(new Palette.Entry(i * 37 % 256, i * 91 % 256, i * 151 % 256, "", i));
        }
        return new Palette("many", entries);
    }
}
