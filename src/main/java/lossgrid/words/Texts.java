package lossgrid.words;

import lossgrid.model.document.LossKind;

/** The texts of the window in one language, from {@code assets/i18n/}. Needs no toolkit. */
public final class Texts {
    private final Language language;
    private final TextFile texts;

    private Texts(Language language) {
        this.language = language;
        this.texts = TextFile.of("", language);
    }

    public static Texts in(Language language) {
        return new Texts(language);
    }

    public Language language() {
        return language;
    }

    /** The text, with {@code {0}}, {@code {1}}… replaced by the arguments. */
    public String get(TextKey text, Object... arguments) {
        return texts.get(text.key(), arguments);
    }

    /** The name of a loss: PyTorch's, where it has one. */
    public String name(LossKind loss) {
        return switch (loss) {
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS, NLL_LOSS, CROSS_ENTROPY_LOSS -> loss.torchName();
            case BY_HAND -> get(Text.LOSS_BY_HAND);
        };
    }
}
