package lossgrid.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The program's fonts. */
public final class Fonts {
    private static final String CHINESE = "/assets/fonts/DroidSansFallbackFull.ttf";
    private static final String ALWAYS_THERE = "Monospaced";
    private static final List<String> MONOSPACED = List.of(
            "JetBrains Mono",
            "Cascadia Mono",
            "Menlo",
            "DejaVu Sans Mono",
            "Consolas",
            "Liberation Mono",
            ALWAYS_THERE);
    private static final String MONO_FAMILY =
            MONOSPACED.stream().filter(Font.getFamilies()::contains).findFirst().orElse(ALWAYS_THERE);
    private static final double DEFAULT_SIZE = 13;
    private static final double STEPS_A_POINT = 4;
    private static final Map<String, Font> CACHE = new HashMap<>();

    private Fonts() {}

    /** Loads Chinese glyphs, which JavaFX uses where the main font has none. */
    public static void loadChinese() {
        try (InputStream in = Fonts.class.getResourceAsStream(CHINESE)) {
            if (in == null || Font.loadFont(in, DEFAULT_SIZE) == null) {
                throw new IllegalStateException(CHINESE + " cannot be loaded");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A style sheet with the font family for numbers and code, marked {@code mono}; it depends on the machine. */
    public static String sheet() {
        return sheet(MONO_FAMILY);
    }

    static String sheet(String monospaced) {
        return Theme.sheet("mono/" + monospaced.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /** The monospaced families to look for, the best first, and the one that JavaFX always has. */
    static List<String> monospaced() {
        return MONOSPACED;
    }

    public static Font mono(double size) {
        return mono(size, FontWeight.NORMAL);
    }

    /** A monospaced font; sizes are rounded to quarters, so that zooming does not fill the font cache. */
    public static Font mono(double size, FontWeight weight) {
        double rounded = Math.floor(size * STEPS_A_POINT) / STEPS_A_POINT;
        return CACHE.computeIfAbsent(weight + "@" + rounded, _ -> Font.font(MONO_FAMILY, weight, rounded));
    }
}
