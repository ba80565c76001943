package lossgrid.io;

import java.util.Locale;

/** The names that documents have for the model's sealed types. */
final class Names {
    enum ActivationName {
        NONE,
        SIGMOID,
        SOFTMAX,
        LOG_SOFTMAX;

        boolean hasDim() {
            return this == SOFTMAX || this == LOG_SOFTMAX;
        }
    }

    enum StepName {
        SQUEEZE,
        UNSQUEEZE,
        CAST,
        ONE_HOT,
        THRESHOLD,
        DIVIDE,
        SHIFT,
        REMAP,
        COLORS_TO_INDICES,
        SELECT,
        PERMUTE,
        ARGMAX,
        RESIZE
    }

    private Names() {}

    static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
