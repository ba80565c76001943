package lossgrid.io.json;

import java.util.Locale;

/** The names that documents have for the model's sealed types. */
public final class JsonNames {
    public enum ActivationName {
        NONE,
        SIGMOID,
        SOFTMAX,
        LOG_SOFTMAX;

        public boolean hasDim() {
            return this == SOFTMAX || this == LOG_SOFTMAX;
        }
    }

    public enum StepName {
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

    private JsonNames() {}

    public static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
