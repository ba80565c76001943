package lossgrid.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import lossgrid.io.messages.MessageCatalog;
import lossgrid.io.messages.MessageFamily;
import lossgrid.model.compare.mistake.Mistake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every mistake and every message has its texts in every language, and there are no others. */
class CatalogueTextTest {
    private static final List<String> MISTAKE = List.of("title", "wrong", "right", "why");
    private static final List<String> MESSAGE = List.of("title", "why", "do");

    private static Set<String> wanted() {
        Set<String> keys = new TreeSet<>();
        for (Mistake mistake : Mistake.values()) {
            MISTAKE.forEach(part -> keys.add("mistake." + mistake.key() + "." + part));
        }
        for (MessageFamily family : MessageFamily.values()) {
            MESSAGE.forEach(part -> keys.add("message." + family.key() + "." + part));
        }
        MessageCatalog.load()
                .wordings()
                .forEach(wording -> wording.template().names().forEach(name -> keys.add("message.value." + name)));
        return keys;
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEachAndNoOther(Language language) {
        assertThat(new TreeSet<>(load(language).stringPropertyNames())).isEqualTo(wanted());
    }

    @ParameterizedTest
    @EnumSource
    void namesNoTextTwice(Language language) throws IOException {
        List<String> keys = new ArrayList<>();
        for (String part : List.of("mistakes", "messages")) {
            Path file = Path.of("assets", "i18n", part + "_" + language.file() + ".properties");
            Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> keys.add(line.substring(0, line.indexOf(" = "))));
        }
        assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(wanted());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsAPatternThatTakesNothing(Language language) {
        Properties texts = load(language);
        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            String pattern = texts.getProperty(key);
            assertThat(pattern).isNotBlank();
            assertThat(pattern.replace("''", "")).doesNotContain("'");
            assertThat(new MessageFormat(pattern).getFormats()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void canBeShown(Language language) {
        CatalogueText text = CatalogueText.in(language);
        for (Mistake mistake : Mistake.values()) {
            assertThat(text.document(mistake).title())
                    .isEqualTo(text.title(mistake))
                    .doesNotContain("''");
            assertThat(List.of(text.wrong(mistake), text.right(mistake), text.why(mistake)))
                    .doesNotHaveDuplicates();
        }
        for (MessageFamily family : MessageFamily.values()) {
            assertThat(List.of(text.title(family), text.why(family), text.advice(family)))
                    .doesNotHaveDuplicates();
        }
        assertThat(text.valueName("label")).isPresent();
        assertThat(text.valueName("no such thing")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void chineseHasFullWidthPunctuationBetweenItsCharacters(Language language) {
        Properties texts = load(language);
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key -> assertThat(texts.getProperty(key)).doesNotContainPattern("\\p{IsHan}[,.:?!;()]"));
    }

    private static Properties load(Language language) {
        Properties out = TextFile.load("mistakes_", language);
        out.putAll(TextFile.load("messages_", language));
        return out;
    }
}
