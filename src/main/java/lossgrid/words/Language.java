package lossgrid.words;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh_CN", Locale.SIMPLIFIED_CHINESE);

    private final String file;
    private final Locale locale;

    Language(String file, Locale locale) {
        this.file = file;
        this.locale = locale;
    }

    /** The name of its texts in {@code assets/i18n/}. */
    public String file() {
        return file;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return switch (this) {
            case ENGLISH -> CHINESE;
            case CHINESE -> ENGLISH;
        };
    }

    /** The language for a machine's locale. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(CHINESE.locale.getLanguage()) ? CHINESE : ENGLISH;
    }
}
