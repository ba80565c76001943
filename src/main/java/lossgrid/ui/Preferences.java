package lossgrid.ui;

import java.util.Optional;

/**
 * What the user has chosen about the window, kept from one start to the next.
 *
 * @param language empty for the machine's
 * @param theme empty for the desktop's
 * @param zoom of the type, 1 for none
 */
public record Preferences(Optional<Language> language, Optional<Theme> theme, double zoom) {
    /** Of a user who has chosen nothing. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty(), 1);

    Preferences with(Language chosen) {
        return new Preferences(Optional.of(chosen), theme, zoom);
    }

    Preferences with(Theme chosen) {
        return new Preferences(language, Optional.of(chosen), zoom);
    }

    Preferences withZoom(double chosen) {
        return new Preferences(language, theme, chosen);
    }
}
