package lossgrid.words;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH, "English"),
    CHINESE("zh_CN", Locale.SIMPLIFIED_CHINESE, "中文");

    private final String file;
    private final Locale locale;
    private final String ownName;

    Language(String file, Locale locale, String ownName) {
        this.file = file;
        this.locale = locale;
        this.ownName = ownName;
    }

    /** The name of its texts in {@code assets/i18n/}. */
    public String file() {
        return file;
    }

    public Locale locale() {
        return locale;
    }

    /** Its name in the language itself. */
    public String ownName() {
        return ownName;
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
