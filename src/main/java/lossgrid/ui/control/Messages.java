package lossgrid.ui.control;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.words.Language;
import lossgrid.words.TextKey;
import lossgrid.words.Texts;

/** The texts of the window in the language chosen. Switching the language changes every bound text at once. */
public final class Messages {
    private final ObjectProperty<Language> language;

    public Messages(Language language) {
        this.language = new SimpleObjectProperty<>(language);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    public void switchLanguage() {
        language.set(language().other());
    }

    /** All texts of the present language. */
    public Texts texts() {
        return Texts.in(language());
    }

    /** The text, with {@code {0}}, {@code {1}}… replaced by the arguments. */
    public String get(TextKey text, Object... arguments) {
        return texts().get(text, arguments);
    }

    /** The text, following the language. */
    public StringBinding bind(TextKey text) {
        return Bindings.createStringBinding(() -> get(text), language);
    }
}
