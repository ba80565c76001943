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
 * @param legend whether the legend of the formulas is unfolded
 */
public record Preferences(Optional<Language> language, Optional<Theme> theme, double zoom, boolean legend) {
    /** The defaults. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty(), 1, true);

    public Preferences with(Language chosen) {
        return new Preferences(Optional.of(chosen), theme, zoom, legend);
    }

    public Preferences with(Theme chosen) {
        return new Preferences(language, Optional.of(chosen), zoom, legend);
    }

    public Preferences withZoom(double chosen) {
        return new Preferences(language, theme, chosen, legend);
    }

    public Preferences withLegend(boolean isUnfolded) {
        return new Preferences(language, theme, zoom, isUnfolded);
    }
}
