package lossgrid.paint.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ground of a figure, and with it the ink. */
public enum FigureGround {
    LIGHT,
    DARK,
    /** Without any ground, with the dark ink of paper. */
    TRANSPARENT,
    /** Without any ground, with the light ink of a dark slide. */
    TRANSPARENT_DARK;

    public boolean isTransparent() {
        return switch (this) {
            case LIGHT, DARK -> false;
            case TRANSPARENT, TRANSPARENT_DARK -> true;
        };
    }

    /** Whether the ink is light. */
    public boolean isForDark() {
        return switch (this) {
            case LIGHT, TRANSPARENT -> false;
            case DARK, TRANSPARENT_DARK -> true;
        };
    }

    /** The name on the command line and in the preferences: {@code transparent-dark}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FigureGround> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(FigureGround::key).toList();
    }
}
