package lossgrid.ui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lossgrid.io.disk.PropertiesFile;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Theme;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.TextScale;
import lossgrid.words.Language;
import org.jspecify.annotations.Nullable;

/** Preferences in a file of the user's configuration folder. A file that cannot be read or written is only logged. */
public final class PreferenceFile implements PreferenceStore {
    private static final System.Logger LOG = System.getLogger(PreferenceFile.class.getName());
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String ZOOM = "zoom";
    private static final String LEGEND = "legend";
    private static final String FOLDED = "folded";
    private static final String FIGURE = "figure";

    private final Path file;
    private final Background background;

    public PreferenceFile(Path file, Background background) {
        this.file = file;
        this.background = background;
    }

    /** The file of this user on this machine. */
    public static Path usualFile() {
        return folder(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "")))
                .resolve("settings.properties");
    }

    /** The folder in which a platform keeps the settings of programs. */
    static Path folder(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return absolute(environment.get("APPDATA"))
                    .orElseGet(() -> home.resolve("AppData").resolve("Roaming"))
                    .resolve("Lossgrid");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Lossgrid");
        }
        return absolute(environment.get("XDG_CONFIG_HOME"))
                .orElseGet(() -> home.resolve(".config"))
                .resolve("lossgrid");
    }

    /** The folder if it is absolute; the XDG base directory specification says to ignore relative ones. */
    private static Optional<Path> absolute(@Nullable String folder) {
        return Optional.ofNullable(folder)
                .filter(set -> !set.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    @Override
    public Preferences load() {
        try {
            return preferences(PropertiesFile.read(file));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "settings not read: " + e);
            return Preferences.NONE;
        }
    }

    private Preferences preferences(Map<String, String> values) {
        return new Preferences(
                Optional.ofNullable(values.get(LANGUAGE))
                        .flatMap(value -> constant(LANGUAGE, value, Language.values(), Language::file)),
                Optional.ofNullable(values.get(THEME))
                        .flatMap(value -> constant(THEME, value, Theme.values(), Theme::styleClass)),
                Optional.ofNullable(values.get(ZOOM)).map(this::zoom).orElse(1.0),
                !FOLDED.equals(values.get(LEGEND)),
                Optional.ofNullable(values.get(FIGURE)).map(this::figure).orElse(FigureRequest.USUAL));
    }

    private <T> Optional<T> constant(String key, String value, T[] constants, Function<T, String> name) {
        Optional<T> found = Stream.of(constants)
                .filter(one -> name.apply(one).equals(value))
                .findFirst();
        if (found.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, file + ": no " + key + " " + value);
        }
        return found;
    }

    private FigureRequest figure(String value) {
        return FigureRequest.parse(value).orElseGet(() -> {
            LOG.log(System.Logger.Level.WARNING, file + ": no " + FIGURE + " " + value);
            return FigureRequest.USUAL;
        });
    }

    private double zoom(String value) {
        try {
            return TextScale.valid(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            LOG.log(System.Logger.Level.WARNING, file + ": no " + ZOOM + " " + value);
            return 1;
        }
    }

    @Override
    public void save(Preferences preferences) {
        Map<String, String> values = new HashMap<>();
        preferences.language().ifPresent(language -> values.put(LANGUAGE, language.file()));
        preferences.theme().ifPresent(theme -> values.put(THEME, theme.styleClass()));
        if (preferences.zoom() != 1) {
            values.put(ZOOM, Double.toString(preferences.zoom()));
        }
        if (!preferences.legend()) {
            values.put(LEGEND, FOLDED);
        }
        if (!preferences.figure().equals(FigureRequest.USUAL)) {
            values.put(FIGURE, preferences.figure().text());
        }
        background.run(
                () -> {
                    PropertiesFile.write(file, values);
                    return file;
                },
                _ -> {},
                failure -> LOG.log(System.Logger.Level.WARNING, "settings not written: " + failure));
    }
}
