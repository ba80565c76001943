package lossgrid.io.intake;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The endings of file names, which count where the first bytes say nothing. */
public final class FileExtensions {
    private static final Set<String> BINARY = Set.of("png", "tif", "tiff", "bmp", "npy", "npz");
    private static final Set<String> TABLES = Set.of("csv", "tsv");
    private static final Set<String> TEXTS = Set.of("txt", "dat");

    private static final String DOCUMENT = "json";

    private FileExtensions() {}

    /**
     * The part after the last dot, in lower case; empty for a name without a dot or with one at its beginning alone.
     */
    public static String of(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a file is, by its name, an image or an array rather than a document. */
    public static boolean isArray(Path file) {
        String ending = of(String.valueOf(file.getFileName()));
        return isBinary(ending) || isText(ending);
    }

    /** Whether a file is, by its name, a document. */
    static boolean isDocument(Path file) {
        return of(String.valueOf(file.getFileName())).equals(DOCUMENT);
    }

    /** Whether files of this ending are images or NumPy's arrays, and nothing else. */
    static boolean isBinary(String ending) {
        return BINARY.contains(ending);
    }

    /** Whether files of this ending are tables with commas, semicolons or tabs. */
    static boolean isTable(String ending) {
        return TABLES.contains(ending);
    }

    /** Whether files of this ending may be an array as text, or any other text. */
    public static boolean isText(String ending) {
        return isTable(ending) || TEXTS.contains(ending);
    }
}
