package lossgrid.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;

/** Light or dark: AtlantaFX's Primer, and the program's own sheet that uses its colours by name. */
public enum Theme {
    LIGHT,
    DARK;

    /** In {@code assets/theme/}: the whole, and a sheet for each larger part. */
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
            "compare");

    /** Makes every window take this theme, in the form that need not be parsed: that is a part of every start. */
    public void apply() {
        Application.setUserAgentStylesheet(
                switch (this) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheetBSS();
                    case DARK -> new PrimerDark().getUserAgentStylesheetBSS();
                });
    }

    /** What the desktop is set to. */
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

    /** The style class of a root in this theme, for the few colours that Primer has no name for. */
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
     * A style sheet in {@code assets/theme/}: compiled, where the package has it so, since parsing is a part of every start.
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
