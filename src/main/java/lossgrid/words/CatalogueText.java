package lossgrid.words;

import java.util.Optional;
import lossgrid.io.messages.MessageFamily;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;

/**
 * The texts of the catalogues of mistakes and of PyTorch's messages, from {@code assets/i18n/mistakes_*.properties} and
 * {@code messages_*.properties}. Works without a toolkit.
 */
public final class CatalogueText {
    private final TextFile mistakes;
    private final TextFile messages;

    private CatalogueText(TextFile mistakes, TextFile messages) {
        this.mistakes = mistakes;
        this.messages = messages;
    }

    /** The texts of a language, which are read once. */
    public static CatalogueText in(Language language) {
        return new CatalogueText(TextFile.of("mistakes_", language), TextFile.of("messages_", language));
    }

    /** The title of the mistake. */
    public String title(Mistake mistake) {
        return mistake(mistake, "title");
    }

    /** A description of the code that makes it. */
    public String wrong(Mistake mistake) {
        return mistake(mistake, "wrong");
    }

    /** A description of the correct code. */
    public String right(Mistake mistake) {
        return mistake(mistake, "right");
    }

    /** The reason why it matters, and its symptoms. */
    public String why(Mistake mistake) {
        return mistake(mistake, "why");
    }

    /** The wrong side of a mistake as a document, named in this language. */
    public Experiment document(Mistake mistake) {
        return mistake.pair().wrong().withTitle(title(mistake));
    }

    /** The right side of a mistake as a document, named in this language. */
    public Experiment corrected(Mistake mistake) {
        return mistake.pair().right().withTitle(title(mistake));
    }

    /** The title of an error of PyTorch. */
    public String title(MessageFamily family) {
        return message(family, "title");
    }

    /** The cause of the error. */
    public String why(MessageFamily family) {
        return message(family, "why");
    }

    /** Advice on fixing the error. */
    public String advice(MessageFamily family) {
        return message(family, "do");
    }

    /** The name of a value in a message, such as {@code label}; empty for one that does not need a name. */
    public Optional<String> valueName(String name) {
        return messages.find("message.value." + name);
    }

    private String mistake(Mistake mistake, String part) {
        return mistakes.get("mistake." + mistake.key() + "." + part);
    }

    private String message(MessageFamily family, String part) {
        return messages.get("message." + family.key() + "." + part);
    }
}
