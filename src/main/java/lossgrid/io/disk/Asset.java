package lossgrid.io.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files that come with the program, in {@code assets/}. */
public final class Asset {
    private static final String NOTE = "# ";

    private Asset() {}

    /**
     * What the file holds.
     *
     * @param name with its folder, such as {@code palettes/voc.txt}
     */
    public static byte[] bytes(String name) {
        try (InputStream in = Asset.class.getResourceAsStream("/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its assets/" + name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its text, in UTF-8. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Its lines without the blank ones, and without notes, which start with {@code # }. */
    public static List<String> lines(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.startsWith(NOTE) && !line.isBlank())
                .toList();
    }
}
