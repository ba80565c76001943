package lossgrid.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.core.array.TorchException;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of findings exist in every language, with the same arguments, and format numbers for readers. */
class FindingTextTest {
    private static Properties texts(Language language) {
        Properties out = new Properties();
        try (Reader in =
                Files.newBufferedReader(Path.of("assets", "i18n", "findings_" + language.file() + ".properties"))) {
            out.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource
    void hasTheTextsOfEveryKindAndNoOther(Language language) {
        TreeSet<String> wanted = Stream.of("name", "title", "seen", "why")
                .flatMap(part -> Arrays.stream(FindingKind.values()).map(kind -> FindingText.key(kind, part)))
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(FixKind.values()).forEach(kind -> wanted.add("fix." + kind.key()));
        wanted.addAll(List.of("severity.error", "severity.warning", "severity.note"));
        wanted.addAll(List.of("outcome.silently-wrong", "outcome.harmless"));
        assertThat(new TreeSet<>(texts(language).stringPropertyNames())).isEqualTo(wanted);
    }

    @Test
    void allLanguagesTakeTheSameArguments() {
        Properties english = texts(Language.ENGLISH);
        Properties chinese = texts(Language.CHINESE);
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(arguments(chinese.getProperty(key)))
                .as(key)
                .isEqualTo(arguments(english.getProperty(key))));
    }

    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsAPatternWithoutApostrophes(Language language) {
        Properties texts = texts(language);
        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            assertThat(texts.getProperty(key)).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(texts.getProperty(key))).isNotNull();
        });
    }

    @Test
    void chineseHasFullWidthPunctuationBetweenItsCharacters() {
        Properties texts = texts(Language.CHINESE);
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key -> assertThat(texts.getProperty(key)).doesNotContainPattern("\\p{IsHan}[,.:?!;()]"));
    }

    @Test
    void saysWhatTheDoctorFound() {
        Finding finding = new Finding(
                FindingKind.BINARY_MASK,
                Severity.ERROR,
                new Outcome.Raises(TorchException.Type.INDEX_ERROR, "Target 255 is out of bounds."),
                List.of(
                        new Argument.Count(1655),
                        new Argument.Value(255),
                        new Argument.Value(2),
                        new Argument.Count(0)),
                MarkedCells.none(),
                List.of());
        FindingText text = FindingText.in(Language.ENGLISH);
        assertThat(text.title(finding)).isEqualTo("A binary mask stored as 0 and 255.");
        assertThat(text.seen(finding)).isEqualTo("1,655 pixels are 255, which is not a class index for C = 2.");
        assertThat(text.outcome(finding.outcome())).isEqualTo("IndexError: Target 255 is out of bounds.");
        assertThat(FindingText.in(Language.CHINESE).title(finding)).isEqualTo("以 0 和 255 存储的二值掩码。");
        Fix fix = new Fix(FixKind.THRESHOLD, List.of(new Argument.Value(127)), List.of());
        assertThat(text.fix(fix)).isEqualTo("Threshold at 127");
    }

    @Test
    void roundsFiguresAndWritesValuesAsTheyAre() {
        assertThat(FindingText.words(new Argument.Value(0.1f))).isEqualTo("0.1");
        assertThat(FindingText.words(new Argument.Value(-1))).isEqualTo("−1");
        assertThat(FindingText.words(new Argument.Value(Double.NaN))).isEqualTo("nan");
        assertThat(FindingText.words(new Argument.Figure(Math.log1p(1 / Math.E))))
                .isEqualTo("0.3133");
        assertThat(FindingText.words(new Argument.Figure(Double.NEGATIVE_INFINITY)))
                .isEqualTo("−∞");
        assertThat(FindingText.words(new Argument.Figures(List.of(1.0, 6.4)))).isEqualTo("[1, 6.4]");
        assertThat(FindingText.words(new Argument.Values(List.of(0.0, 3.0), 4))).isEqualTo("0, 3, … (+4)");
        assertThat(FindingText.words(new Argument.Share(0.1347))).isEqualTo("13.5 %");
        assertThat(FindingText.words(new Argument.Share(0.00034))).isEqualTo("0.034 %");
        assertThat(FindingText.words(new Argument.Sizes(Shape.of(1, 96, 128)))).isEqualTo("[1, 96, 128]");
        assertThat(FindingText.words(new Argument.Type(DType.UINT8))).isEqualTo("uint8");
    }
}
