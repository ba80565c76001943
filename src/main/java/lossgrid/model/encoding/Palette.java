package lossgrid.model.encoding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A map from the colours of a mask to classes. Several colours may map to one class. Where classes share a colour, as
 * two of ADE20K do, it maps to the first of them.
 *
 * @param name not blank
 * @param entries in the order in which they are shown, at least one
 */
public record Palette(String name, List<Entry> entries) {
    private static final int MOST = 255;

    /**
     * One colour of a palette.
     *
     * @param red 0 to 255
     * @param green 0 to 255
     * @param blue 0 to 255
     * @param label the class's name, empty where it has none
     * @param index the class
     */
    public record Entry(int red, int green, int blue, String label, long index) {
        public Entry {
            if ((red | green | blue) < 0 || red > MOST || green > MOST || blue > MOST) {
                throw new IllegalArgumentException("no colour: " + red + ", " + green + ", " + blue);
            }
        }

        public static Entry of(ClassColor color, String label, long index) {
            int rgb = color.rgb();
            return new Entry(rgb >> (2 * Byte.SIZE), (rgb >> Byte.SIZE) & MOST, rgb & MOST, label, index);
        }

        /** 0xrrggbb. */
        public int rgb() {
            return (red << (2 * Byte.SIZE)) | (green << Byte.SIZE) | blue;
        }

        public ClassColor color() {
            return new ClassColor(rgb());
        }
    }

    public Palette {
        entries = List.copyOf(entries);
        if (name.isBlank() || entries.isEmpty()) {
            throw new IllegalArgumentException("a palette has a name and at least one colour");
        }
    }

    /** The first entry of the colour 0xrrggbb, which decides its class. */
    public Optional<Entry> ofColor(int rgb) {
        return entries.stream().filter(entry -> entry.rgb() == rgb).findFirst();
    }

    /** The first entry of a class. */
    public Optional<Entry> ofIndex(long index) {
        return entries.stream().filter(entry -> entry.index() == index).findFirst();
    }

    /** The class of the colour 0xrrggbb. */
    public OptionalLong indexOf(int rgb) {
        return ofColor(rgb).map(entry -> OptionalLong.of(entry.index())).orElseGet(OptionalLong::empty);
    }

    /** The entries that decide a colour's class, one for each colour. */
    public List<Entry> byColor() {
        Map<Integer, Entry> first = new LinkedHashMap<>();
        entries.forEach(entry -> first.putIfAbsent(entry.rgb(), entry));
        return List.copyOf(first.values());
    }

    /** The class of every colour 0xrrggbb, for looking up many. */
    public Map<Integer, Long> indices() {
        Map<Integer, Long> indices = new HashMap<>();
        entries.forEach(entry -> indices.putIfAbsent(entry.rgb(), entry.index()));
        return Map.copyOf(indices);
    }

    /** The number of classes: those from 0 on without a gap. Indices beyond, such as 255, stand for void. */
    public int classCount() {
        int count = 0;
        while (ofIndex(count).isPresent()) {
            count++;
        }
        return count;
    }

    /** The names of the classes; none if not all of them have one. */
    public List<String> classNames() {
        List<String> names = classes().stream().map(Entry::label).toList();
        return names.stream().anyMatch(String::isBlank) ? List.of() : names;
    }

    /** The first entry of each class, from class 0 on. */
    public List<Entry> classes() {
        return IntStream.range(0, classCount())
                .mapToObj(c -> ofIndex(c).orElseThrow())
                .toList();
    }

    /** The index that colours without a class have, if there is exactly one such index. */
    public OptionalLong voidIndex() {
        int classes = classCount();
        long[] beyond = byColor().stream()
                .mapToLong(Entry::index)
                .filter(index -> index < 0 || index >= classes)
                .distinct()
                .toArray();
        return beyond.length == 1 ? OptionalLong.of(beyond[0]) : OptionalLong.empty();
    }
}
