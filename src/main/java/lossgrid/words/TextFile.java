package lossgrid.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lossgrid.io.disk.Asset;

/**
 * A file of texts in {@code assets/i18n/}; works without a toolkit. A value {@code @key} is the text of that key in
 * another catalogue, so that a case that several of them explain has one text.
 */
public final class TextFile {
    private static final Map<String, TextFile> READ = new ConcurrentHashMap<>();
    private static final String REFERENCE = "@";

    /** The catalogues whose texts others may use: how their keys begin, and how their files do. */
    private static final Map<String, String> SHARED = Map.of("finding.", "findings_", "message.", "messages_");

    private final String name;
    private final Properties texts;

    private TextFile(String name, Properties texts) {
        this.name = name;
        this.texts = texts;
    }

    /**
     * The texts of one file and one language, which are read once.
     *
     * @param prefix the part of the file's name before the language; empty for the window's own texts
     */
    public static TextFile of(String prefix, Language language) {
        return READ.computeIfAbsent(name(prefix, language), name -> new TextFile(name, load(prefix, language)));
    }

    private static String name(String prefix, Language language) {
        return "i18n/" + prefix + language.file() + ".properties";
    }

    /**
     * All of them by their keys, with the texts of other catalogues that they refer to.
     *
     * @throws IllegalStateException if the file, or a text that it refers to, is missing
     */
    public static Properties load(String prefix, Language language) {
        Map<String, Properties> catalogues = new HashMap<>();
        return resolve(
                read(name(prefix, language)),
                shared -> catalogues.computeIfAbsent(shared, other -> read(name(other, language))));
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

    private static Properties read(String name) {
        Properties out = new Properties();
        try {
            out.load(new StringReader(Asset.text(name)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out;
    }

    /** The text as it is in the file. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    /** The text, with {@code {0}}, {@code {1}}… replaced by the arguments. */
    public String get(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no text " + key + " in " + name);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
