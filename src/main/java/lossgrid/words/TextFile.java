package lossgrid.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import lossgrid.io.disk.Asset;

/** A file of texts in {@code assets/i18n/}; works without a toolkit. */
public final class TextFile {
    private static final Map<String, TextFile> READ = new ConcurrentHashMap<>();

    private final String name;
    private final Properties texts;

    private TextFile(String name) {
        this.name = name;
        this.texts = read(name);
    }

    /**
     * The texts of one file and one language, which are read once.
     *
     * @param prefix the part of the file's name before the language; empty for the window's own texts
     */
    public static TextFile of(String prefix, Language language) {
        return READ.computeIfAbsent(name(prefix, language), TextFile::new);
    }

    private static String name(String prefix, Language language) {
        return "i18n/" + prefix + language.file() + ".properties";
    }

    /** All of them by their keys. */
    public static Properties load(String prefix, Language language) {
        return read(name(prefix, language));
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
