package lossgrid.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text that several catalogues need is written once. */
class TextFileTest {
    private static final Path FOLDER = Path.of("assets", "i18n");

    /** The catalogues of explanations, and the remarks of the window's own texts. */
    private static final List<String> CATALOGUES = List.of("findings_", "mistakes_", "messages_", "");

    @Test
    void aReferenceIsTheTextOfTheOtherCatalogue() {
        Properties texts = texts(Map.of("mistake.a.why", "@finding.b.why", "mistake.a.right", "y.long()"));
        Properties findings = texts(Map.of("finding.b.why", "Because."));
        Properties resolved =
                TextFile.resolve(texts, prefix -> prefix.equals("findings_") ? findings : new Properties());
        assertThat(resolved.getProperty("mistake.a.why")).isEqualTo("Because.");
        assertThat(resolved.getProperty("mistake.a.right")).isEqualTo("y.long()");
    }

    @Test
    void aReferenceThatLeadsNowhereFails() {
        Properties texts = texts(Map.of("mistake.a.why", "@message.b.why"));
        assertThatIllegalStateException()
                .isThrownBy(() -> TextFile.resolve(texts, _ -> new Properties()))
                .withMessage("mistake.a.why refers to message.b.why, which is missing");
        assertThatIllegalStateException()
                .isThrownBy(() -> TextFile.resolve(texts, _ -> texts(Map.of("message.b.why", "@finding.c.why"))))
                .withMessage("mistake.a.why refers to message.b.why, which is itself a reference");
        assertThatIllegalStateException()
                .isThrownBy(() -> TextFile.resolve(texts(Map.of("a", "@mistake.b.why")), _ -> new Properties()))
                .withMessage("a refers to mistake.b.why, which none may share");
    }

    /** All languages share the same texts. */
    @Test
    void referencesAreTheSameInAllLanguages() throws IOException {
        for (String catalogue : CATALOGUES) {
            Map<String, String> english = written(catalogue, Language.ENGLISH);
            Map<String, String> chinese = written(catalogue, Language.CHINESE);
            english.values().removeIf(value -> !value.startsWith("@"));
            chinese.values().removeIf(value -> !value.startsWith("@"));
            assertThat(chinese).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoCataloguesSayTheSame(Language language) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (String catalogue : CATALOGUES) {
            Map<String, String> texts = written(catalogue, language);
            texts.keySet().removeIf(key -> !isExplanation(key));
            texts.values().removeIf(value -> value.startsWith("@"));
            texts.forEach((key, value) -> {
                if (!owners.getOrDefault(value, catalogue).equals(catalogue)) {
                    twice.add(key + " = " + value);
                }
            });
            texts.values().forEach(value -> owners.put(value, catalogue));
        }
        assertThat(twice).isEmpty();
    }

    /** Names of values and severities are single words, and the window's labels are no explanations. */
    private static boolean isExplanation(String key) {
        return (key.contains(".") && !key.startsWith("message.value.") && !key.startsWith("severity."))
                || key.startsWith("remark_");
    }

    /** A catalogue as its file has it, with its references. */
    private static Map<String, String> written(String catalogue, Language language) throws IOException {
        Properties out = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(catalogue + language.file() + ".properties"))) {
            out.load(in);
        }
        Map<String, String> texts = new TreeMap<>();
        out.stringPropertyNames().forEach(key -> texts.put(key, out.getProperty(key)));
        return texts;
    }

    private static Properties texts(Map<String, String> texts) {
        Properties out = new Properties();
        out.putAll(texts);
        return out;
    }
}
