package lossgrid.app.check;

import java.util.Locale;
import lossgrid.words.Language;
import lossgrid.words.TextFile;

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

    private final TextFile texts;

    private CheckText(TextFile texts) {
        this.texts = texts;
    }

    static CheckText in(Language language) {
        return new CheckText(TextFile.of("check_", language));
    }

    String get(Key key, Object... arguments) {
        return texts.get(key.property(), arguments);
    }
}
