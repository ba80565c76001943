package lossgrid.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;

/** The light or the dark theme: AtlantaFX's Primer, and the program's own sheets that use its colours by name. */
public enum Theme {
    LIGHT,
    DARK;

    /** The sheets in {@code assets/theme/}: a general one, and one for each larger part. */
    private static final List<String> SHEETS = List.of(
            "lossgrid",
            "inspector",
            "ways",
            "editing",
            "options",
            "classroom",
            "recovery",
            "doctor",
            "findings",
            "compare",
            "figure");

    /** Applies this theme to every window, in compiled form where possible, since parsing would slow every start. */
    public void apply() {
        Application.setUserAgentStylesheet(userAgentSheet());
    }

    /** Primer itself, for a scene that has another theme than the windows. */
    public String userAgentSheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheetBSS();
            case DARK -> new PrimerDark().getUserAgentStylesheetBSS();
        };
    }

    /** The theme of the desktop. */
    public static Theme ofDesktop() {
        return switch (Platform.getPreferences().getColorScheme()) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    public Theme other() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> LIGHT;
        };
    }

    /** The style class of a root in this theme, for the few colours that do not have a name in Primer. */
    public String styleClass() {
        return switch (this) {
            case LIGHT -> "light";
            case DARK -> "dark";
        };
    }

    /** The program's own style sheets, the same for both themes. */
    public static List<String> sheets() {
        return SHEETS.stream().map(Theme::sheet).toList();
    }

    /**
     * A style sheet in {@code assets/theme/}: the compiled one where the package has it, since parsing would slow every
     * start.
     *
     * @param name without {@code .css}
     */
    static String sheet(String name) {
        String path = "/assets/theme/" + name;
        URL compiled = Theme.class.getResource(path + ".bss");
        return Objects.requireNonNullElseGet(
                        compiled, () -> Objects.requireNonNull(Theme.class.getResource(path + ".css"), path))
                .toExternalForm();
    }
}
