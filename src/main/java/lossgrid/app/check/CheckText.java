package lossgrid.app.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import lossgrid.words.Language;

/** The texts of {@code lossgrid check}, from {@code assets/i18n/check_*.properties}. */
final class CheckText {
    /** The keys of the texts. */
    enum Key {
        CHECKED,
        CLEAN,
        SKIPPED,
        SKIPPED_ENDING,
        FOUND,
        MORE,
        UNREADABLE,
        NONE,
        PROGRESS;

        String property() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Properties texts;

    private CheckText(Properties texts) {
        this.texts = texts;
    }

    static CheckText in(Language language) {
        String name = "/assets/i18n/check_" + language.file() + ".properties";
        Properties out = new Properties();
        try (InputStream in = CheckText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            out.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CheckText(out);
    }

    String get(Key key, Object... arguments) {
        String pattern = texts.getProperty(key.property());
        if (pattern == null) {
            throw new IllegalStateException("no text " + key.property());
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
