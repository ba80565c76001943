package lossgrid.paint.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The format of a figure's file. */
public enum FigureFormat {
    PNG,
    SVG;

    /** The format with this name, in lower case. */
    public static Optional<FigureFormat> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
