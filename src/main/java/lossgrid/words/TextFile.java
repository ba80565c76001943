package lossgrid.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * Reads the files of texts in {@code assets/i18n/}; works without a toolkit. A value {@code @key} is the text of that
 * key in another catalogue, so that a case that several of them explain has one text.
 */
public final class TextFile {
    private static final String REFERENCE = "@";

    /** The catalogues whose texts others may use: how their keys begin, and how their files do. */
    private static final Map<String, String> SHARED = Map.of("finding.", "findings_", "message.", "messages_");

    private TextFile() {}

    /**
     * All texts of one file and one language, with the texts of other catalogues that it refers to.
     *
     * @param prefix the part of the file's name before the language; empty for the window's own texts
     * @throws IllegalStateException if the file, or a text that it refers to, is missing
     */
    public static Properties load(String prefix, Language language) {
        Map<String, Properties> catalogues = new HashMap<>();
        return resolve(
                read(prefix, language), shared -> catalogues.computeIfAbsent(shared, other -> read(other, language)));
    }

    /** Replaces each reference by the text it refers to; {@code catalogues} gives the texts of a file by its prefix. */
    static Properties resolve(Properties texts, Function<String, Properties> catalogues) {
        Properties out = new Properties();
        for (String key : texts.stringPropertyNames()) {
            String value = texts.getProperty(key);
            boolean refers = value.startsWith(REFERENCE);
            out.setProperty(key, refers ? shared(key, value.substring(REFERENCE.length()), catalogues) : value);
        }
        return out;
    }

    private static String shared(String from, String key, Function<String, Properties> catalogues) {
        String prefix = SHARED.entrySet().stream()
                .filter(catalogue -> key.startsWith(catalogue.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(from + " refers to " + key + ", which none may share"));
        String text = catalogues.apply(prefix).getProperty(key);
        if (text == null) {
            throw new IllegalStateException(from + " refers to " + key + ", which is missing");
        }
        if (text.startsWith(REFERENCE)) {
            throw new IllegalStateException(from + " refers to " + key + ", which is itself a reference");
        }
        return text;
    }

    private static Properties read(String prefix, Language language) {
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
