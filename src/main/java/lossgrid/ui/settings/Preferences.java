package lossgrid.ui.settings;

import java.util.Optional;
import lossgrid.ui.control.Theme;
import lossgrid.words.Language;

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

    public Preferences with(Language chosen) {
        return new Preferences(Optional.of(chosen), theme, zoom);
    }

    public Preferences with(Theme chosen) {
        return new Preferences(language, Optional.of(chosen), zoom);
    }

    public Preferences withZoom(double chosen) {
        return new Preferences(language, theme, chosen);
    }
}
