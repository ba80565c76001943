package lossgrid.words;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import lossgrid.model.document.LossKind;

/** The texts of the window in one language, from {@code assets/i18n/}. Needs no toolkit. */
public final class Texts {
    private static final Map<Language, Texts> LOADED = new EnumMap<>(Language.class);

    private final Language language;
    private final Properties patterns;

    private Texts(Language language) {
        this.language = language;
        patterns = load(language);
    }

    /** The texts of a language, which are read once. */
    public static Texts in(Language language) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(language, Texts::new);
        }
    }

    static Properties load(Language language) {
        return TextFile.load("", language);
    }

    public Language language() {
        return language;
    }

    /** The text, with {@code {0}}, {@code {1}}… replaced by the arguments. */
    public String get(Text text, Object... arguments) {
        String pattern = patterns.getProperty(text.key());
        if (pattern == null) {
            throw new IllegalStateException("no text " + text.key() + " in " + language.file());
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** The name of a loss: PyTorch's, where it has one. */
    public String name(LossKind loss) {
        return switch (loss) {
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS, NLL_LOSS, CROSS_ENTROPY_LOSS -> loss.torchName();
            case BY_HAND -> get(Text.LOSS_BY_HAND);
        };
    }
}
