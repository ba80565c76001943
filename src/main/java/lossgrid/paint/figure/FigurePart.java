package lossgrid.paint.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The subject of a figure. */
public enum FigurePart {
    /** The screen that is shown: the board, the doctor, or its comparison. */
    SCREEN,
    BOARD,
    LOGITS,
    PROBABILITIES,
    LABELS,
    ONE_HOT,
    LOSS,
    GRADIENT,
    DOCTOR,
    COMPARISON,
    /** The loss over the steps of a descent. */
    CURVE;

    /** The name on the command line and in the preferences: {@code one-hot}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FigurePart> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(FigurePart::key).toList();
    }
}
