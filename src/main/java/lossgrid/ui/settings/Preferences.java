package lossgrid.ui.settings;

import java.util.Optional;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Theme;
import lossgrid.words.Language;

/**
 * The user's settings for the window, kept between starts.
 *
 * @param language empty for that of the machine
 * @param theme empty for that of the desktop
 * @param zoom the zoom of the type, 1 for none
 * @param figure the figure exported last
 */
public record Preferences(Optional<Language> language, Optional<Theme> theme, double zoom, FigureRequest figure) {
    /** The defaults. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty(), 1);

    public Preferences(Optional<Language> language, Optional<Theme> theme, double zoom) {
        this(language, theme, zoom, FigureRequest.USUAL);
    }

    public Preferences with(Language chosen) {
        return new Preferences(Optional.of(chosen), theme, zoom, figure);
    }

    public Preferences with(Theme chosen) {
        return new Preferences(language, Optional.of(chosen), zoom, figure);
    }

    public Preferences withZoom(double chosen) {
        return new Preferences(language, theme, chosen, figure);
    }

    public Preferences with(FigureRequest chosen) {
        return new Preferences(language, theme, zoom, chosen);
    }
}
