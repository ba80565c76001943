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
 * @param legend whether the legend of the formulas is unfolded
 * @param figure the figure exported last
 */
public record Preferences(
        Optional<Language> language, Optional<Theme> theme, double zoom, boolean legend, FigureRequest figure) {
    /** The defaults. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty(), 1);

    public Preferences(Optional<Language> language, Optional<Theme> theme, double zoom) {
        this(language, theme, zoom, true, FigureRequest.USUAL);
    }

    public Preferences with(Language chosen) {
        return new Preferences(Optional.of(chosen), theme, zoom, legend, figure);
    }

    public Preferences with(Theme chosen) {
        return new Preferences(language, Optional.of(chosen), zoom, legend, figure);
    }

    public Preferences withZoom(double chosen) {
        return new Preferences(language, theme, chosen, legend, figure);
    }

    public Preferences withLegend(boolean isUnfolded) {
        return new Preferences(language, theme, zoom, isUnfolded, figure);
    }

    public Preferences with(FigureRequest chosen) {
        return new Preferences(language, theme, zoom, legend, chosen);
    }
}
