package lossgrid.ui.words;

import java.util.Properties;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.words.Language;
import lossgrid.words.Text;
import lossgrid.words.TextFile;

/** The texts of the window in the language chosen, from {@code assets/i18n/}. Switching the language changes every bound text at once. */
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

    /** The text, with {@code {0}}, {@code {1}}… replaced by the arguments. */
    public String get(Text text, Object... arguments) {
        return TextFile.of("", language()).get(text.key(), arguments);
    }

    /** The text, following the language. */
    public StringBinding bind(Text text) {
        return Bindings.createStringBinding(() -> get(text), language);
    }

    public static Properties load(Language language) {
        return TextFile.load("", language);
    }
}
