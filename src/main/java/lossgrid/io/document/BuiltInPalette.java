package lossgrid.io.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lossgrid.io.disk.Asset;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.Palette;

/**
 * The palettes that come with the program, in {@code assets/palettes/}: an index, a colour and a name a line, lines
 * that start with {@code # } are notes, among them where the figures are from.
 */
public enum BuiltInPalette {
    VOC("voc", "Pascal VOC"),
    /** The train ids. */
    CITYSCAPES("cityscapes", "Cityscapes"),
    /** The label ids. */
    CITYSCAPES_IDS("cityscapes-ids", "Cityscapes ids"),
    ADE20K("ade20k", "ADE20K");

    private static final Map<BuiltInPalette, Palette> READ = new ConcurrentHashMap<>();
    private static final int FIELDS = 3;

    private final String id;
    private final String title;

    BuiltInPalette(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /**
     * The name in documents and on the command line, such as {@code cityscapes-ids}; that of its file without the
     * extension.
     */
    public String id() {
        return id;
    }

    /** The palette that is called {@code id}. */
    public static Optional<BuiltInPalette> named(String id) {
        for (BuiltInPalette known : values()) {
            if (known.id.equals(id)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** All of them, in the order in which colours are compared with them. */
    public static List<Palette> all() {
        return Stream.of(values()).map(BuiltInPalette::palette).toList();
    }

    /** The built-in palette that equals {@code palette}; none for another. */
    static Optional<BuiltInPalette> of(Palette palette) {
        for (BuiltInPalette known : values()) {
            if (known.title.equals(palette.name()) && known.palette().equals(palette)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** The palette; its file is read when first asked for. */
    public Palette palette() {
        return READ.computeIfAbsent(this, BuiltInPalette::read);
    }

    private Palette read() {
        return new Palette(
                title,
                Asset.lines("palettes/" + id + ".txt").stream()
                        .map(BuiltInPalette::entry)
                        .toList());
    }

    private static Palette.Entry entry(String line) {
        String[] fields = line.strip().split(" ", FIELDS);
        return Palette.Entry.of(ClassColor.parse(fields[1]).orElseThrow(), fields[2], Long.parseLong(fields[0]));
    }
}
