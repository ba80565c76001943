package lossgrid.paint.mask;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.ClassTexture;
import lossgrid.paint.geometry.CellLook;

/** The colouring of a mask's values. */
public sealed interface MaskColors {
    /**
     * The look of pixels with one value.
     *
     * @param argb the colour of ordinary ones, perhaps translucent
     * @param texture over that colour
     */
    record Tint(CellLook look, int argb, ClassTexture texture) {
        static Tint of(int argb) {
            return new Tint(CellLook.ORDINARY, argb, ClassTexture.PLAIN);
        }

        /** The tint of a look that is not ordinary. */
        public static Tint of(CellLook look) {
            return new Tint(look, 0, ClassTexture.PLAIN);
        }
    }

    /** Class indices in the colours of their classes; what is not a class has a mark. */
    record Classes(ClassPalette palette, int classes) implements MaskColors {}

    /** Numbers as greys, {@code low} black and {@code high} white. */
    record Grey(double low, double high) implements MaskColors {}

    /** Indices in the colours of the mask file's palette, each 0xRRGGBB. */
    record Indexed(List<Integer> rgb) implements MaskColors {
        public Indexed {
            rgb = List.copyOf(rgb);
        }
    }

    /** Colours as themselves. */
    record Direct() implements MaskColors {}

    /** The most different indices that get class colours. */
    int MOST_CLASSES = 64;

    /** The brightest value of a byte. */
    int BYTE = 255;

    /**
     * Class colours where most of the different values are small whole numbers, or most of the pixels are of several
     * classes; otherwise greys.
     *
     * @param isByte whether 255 is the mask's greatest possible value
     * @param classes the number of the document's classes
     */
    static MaskColors ofNumbers(List<MaskGroup> groups, boolean isByte, ClassPalette palette, int classes) {
        long small = groups.stream().filter(MaskColors::isSmall).count();
        long others = groups.stream().filter(group -> group.count() > 0).count() - small;
        boolean areIndices = small > 0 && (small > others || small >= MOST_CLASSES / 2) && small <= MOST_CLASSES;
        if (areIndices || areMostlyClasses(groups, classes)) {
            return new Classes(palette, classes);
        }
        if (isByte) {
            return new Grey(0, BYTE);
        }
        double low = finite(groups).mapToDouble(MaskGroup::low).min().orElse(0);
        double high = finite(groups).mapToDouble(MaskGroup::high).max().orElse(1);
        return new Grey(Math.min(0, low), high > Math.min(0, low) ? high : low + 1);
    }

    private static boolean areMostlyClasses(List<MaskGroup> groups, int classes) {
        List<MaskGroup> there =
                groups.stream().filter(group -> group.count() > 0).toList();
        List<MaskGroup> found = there.stream()
                .filter(group -> isSmall(group) && group.low() < classes)
                .toList();
        long pixels = there.stream().mapToLong(MaskGroup::count).sum();
        return found.size() > 1
                && 3 * found.size() > there.size()
                && 2 * found.stream().mapToLong(MaskGroup::count).sum() > pixels;
    }

    private static Stream<MaskGroup> finite(List<MaskGroup> groups) {
        return groups.stream()
                .filter(group -> group.count() > 0)
                .filter(group -> Double.isFinite(group.low()) && Double.isFinite(group.high()));
    }

    private static boolean isSmall(MaskGroup group) {
        double value = group.low();
        return group.kind() == MaskGroup.Kind.VALUE && value >= 0 && value < MOST_CLASSES && value == Math.rint(value);
    }

    /** The look of a group; {@code ignored} is the value that the loss ignores, if there is one. */
    default Tint tint(MaskGroup group, OptionalLong ignored) {
        CellLook look = CellLook.of(group.low());
        if (look != CellLook.ORDINARY) {
            return Tint.of(look);
        }
        boolean isIgnored =
                group.kind() == MaskGroup.Kind.VALUE && ignored.isPresent() && group.low() == ignored.getAsLong();
        if (isIgnored && !(this instanceof Direct)) {
            return Tint.of(CellLook.IGNORED);
        }
        return switch (this) {
            case Direct() -> Tint.of(group.argb());
            case Indexed(var rgb) -> {
                int index = (int) group.low();
                yield index >= 0 && index < rgb.size()
                        ? Tint.of(ClassPalette.OPAQUE | rgb.get(index))
                        : Tint.of(CellLook.NO_CLASS);
            }
            case Grey(double low, double high) -> {
                double middle = group.low() / 2 + group.high() / 2;
                int level = (int) Math.round(Math.clamp((middle - low) / (high - low), 0, 1) * BYTE);
                yield Tint.of(ClassPalette.OPAQUE | level * 0x010101);
            }
            case Classes(var palette, int classes) ->
                group.low() >= 0 && group.low() <= classes - 1
                        ? new Tint(CellLook.ORDINARY, palette.mix(group.low()), palette.textureOf(group.low()))
                        : Tint.of(CellLook.NO_CLASS);
        };
    }
}
