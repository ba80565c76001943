package lossgrid.words;

import java.util.Optional;
import java.util.Properties;
import lossgrid.io.messages.MessageFamily;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;

/**
 * The catalogue of mistakes and that of PyTorch's messages in words: from {@code assets/i18n/mistakes_*.properties} and {@code messages_*.properties}.
 * Needs no toolkit.
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

    /** What the mistake is called. */
    public String title(Mistake mistake) {
        return mistake(mistake, "title");
    }

    /** What the code does that makes it. */
    public String wrong(Mistake mistake) {
        return mistake(mistake, "wrong");
    }

    /** What it should do. */
    public String right(Mistake mistake) {
        return mistake(mistake, "right");
    }

    /** Why it matters, and how it shows. */
    public String why(Mistake mistake) {
        return mistake(mistake, "why");
    }

    /** The wrong side of a mistake as a document of its own, named in this language. */
    public Experiment document(Mistake mistake) {
        return mistake.pair().wrong().withTitle(title(mistake));
    }

    /** Its right side. */
    public Experiment corrected(Mistake mistake) {
        return mistake.pair().right().withTitle(title(mistake));
    }

    /** What an error of PyTorch's is about. */
    public String title(MessageFamily family) {
        return message(family, "title");
    }

    /** How it comes about. */
    public String why(MessageFamily family) {
        return message(family, "why");
    }

    /** What to do about it. */
    public String advice(MessageFamily family) {
        return message(family, "do");
    }

    /** The name of something that a message says, such as {@code label}; none for what needs no name. */
    public Optional<String> valueName(String name) {
        return messages.find("message.value." + name);
    }

    private String mistake(Mistake mistake, String part) {
        return mistakes.get("mistake." + mistake.key() + "." + part);
    }

    private String message(MessageFamily family, String part) {
        return messages.get("message." + family.key() + "." + part);
    }

    /** All texts of a language. */
    static Properties load(Language language) {
        Properties out = TextFile.load("mistakes_", language);
        out.putAll(TextFile.load("messages_", language));
        return out;
    }
}
