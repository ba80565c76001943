package lossgrid.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step and each of its arguments has its words in every language, and nothing else has. */
class StepTextTest {
    private static Set<String> wanted() {
        Set<String> keys = new TreeSet<>();
        for (StepKind kind : StepKind.values()) {
            keys.add(kind.key());
            kind.arguments().stream()
                    .filter(argument -> argument.form() != StepArgument.Form.FLAG)
                    .forEach(argument -> keys.add(StepText.key(kind, argument)));
        }
        return keys;
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEachAndNoOther(Language language) {
        Properties texts = TextFile.load("steps_", language);
        assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(wanted());
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text)
                .isNotBlank()
                .doesNotContain("'")
                .doesNotContainPattern("\\p{IsHan}[,.:?!;()]"));
    }
}
