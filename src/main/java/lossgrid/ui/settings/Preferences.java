package lossgrid.ui.settings;

import java.util.Optional;
import lossgrid.ui.control.Theme;
import lossgrid.words.Language;

/**
 * The user's settings for the window, kept between starts.
 *
 * @param language empty for that of the machine
 * @param theme empty for that of the desktop
 * @param zoom the zoom of the type, 1 for none
 */
public record Preferences(Optional<Language> language, Optional<Theme> theme, double zoom) {
    /** The defaults. */
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
