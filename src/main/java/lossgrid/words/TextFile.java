package lossgrid.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the files of texts in {@code assets/i18n/}; works without a toolkit. */
public final class TextFile {
    private TextFile() {}

    /**
     * All texts of one file and one language.
     *
     * @param prefix the part of the file's name before the language; empty for the window's own texts
     */
    public static Properties load(String prefix, Language language) {
        String name = "/assets/i18n/" + prefix + language.file() + ".properties";
        Properties out = new Properties();
        try (InputStream in = TextFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            out.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
