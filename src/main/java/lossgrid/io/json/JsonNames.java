package lossgrid.io.json;

import java.util.Locale;
import lossgrid.model.document.LossKind;

/** The names that documents have for constants. */
public final class JsonNames {
    private JsonNames() {}

    public static String of(Enum<?> constant) {
        return constant instanceof LossKind loss
                ? loss.torchName()
                : constant.name().toLowerCase(Locale.ROOT);
    }
}
