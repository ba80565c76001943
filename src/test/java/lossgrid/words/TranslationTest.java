package lossgrid.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the window exists in every language, and there are no others. */
class TranslationTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** The beginnings of the names of all files of texts. */
    private static final List<String> FILES = List.of("", "findings_", "mistakes_", "messages_", "check_", "steps_");

    /**
     * Words that no native would choose here. PyTorch does not refuse but raises, what is wrong is not mended but
     * fixed, files are not taken in but imported, and a label is not "no class" but not a class.
     */
    private static final Pattern UNENGLISH = Pattern.compile(
            "\\b((refus(e[sd]?|al)|mend(s|ed|ing)?|take[sn]? in|no way)\\b|(?<!there )(is|are) no (?!longer))",
            Pattern.CASE_INSENSITIVE);

    /** For 像素 (pixel), 忽略区域 (void) and 批次 (batch). */
    private static final Pattern OTHER_WORDS =
            Pattern.compile("单元格|像元|像点|未标注|空白区|无效区|忽略区(?!域)|批量|小批(?!次)|批(?!次)|\\b(void|batch)\\b");

    /** The files that list the texts. */
    private static final Set<String> ENUMS =
            Set.of("Text.java", "DoctorText.java", "SideText.java", "HelpText.java", "FigureText.java");

    /** Those of the window, in all its parts. */
    private static Stream<TextKey> texts() {
        return Stream.of(Text.values(), DoctorText.values(), SideText.values(), HelpText.values(), FigureText.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryTextAndNoOther(Language language) {
        TreeSet<String> wanted = texts().map(TextKey::key).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(TextFile.load("", language).stringPropertyNames()))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void hasNoEmptyText(Language language) {
        Properties texts = TextFile.load("", language);
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key -> assertThat(texts.getProperty(key)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void namesNoTextTwice(Language language) throws IOException {
        List<String> keys = Files.readAllLines(Path.of("assets", "i18n", language.file() + ".properties")).stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize((int) texts().count());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void allLanguagesTakeTheSameArguments(TextKey text) {
        assertThat(arguments(Language.CHINESE, text)).isEqualTo(arguments(Language.ENGLISH, text));
    }

    /** The numbers of the placeholders, each once. */
    private static Set<String> arguments(Language language, TextKey text) {
        return Pattern.compile("\\{(\\d+)[^}]*}")
                .matcher(TextFile.load("", language).getProperty(text.key()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An apostrophe that is not doubled would swallow the placeholders after it. */
    @ParameterizedTest
    @EnumSource
    void everyTextIsAPatternWithoutLoneApostrophes(Language language) {
        Properties texts = TextFile.load("", language);
        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            String pattern = texts.getProperty(key);
            assertThat(pattern.replace("''", "")).doesNotContain("'");
            assertThat(new MessageFormat(pattern)).isNotNull();
        });
    }

    @Test
    void chineseHasFullWidthPunctuationBetweenItsCharacters() {
        Properties texts = TextFile.load("", Language.CHINESE);
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key -> assertThat(texts.getProperty(key)).doesNotContainPattern("\\p{IsHan}[,.:?!;()]"));
    }

    /** A pixel is not a cell of a table, and void has one name. */
    @Test
    void chineseHasOneWordForEachThing() {
        for (String file : FILES) {
            Properties texts = TextFile.load(file, Language.CHINESE);
            assertThat(texts.stringPropertyNames())
                    .filteredOn(
                            key -> OTHER_WORDS.matcher(texts.getProperty(key)).find())
                    .isEmpty();
        }
    }

    @Test
    void englishHasNoneOfTheWordsThatNoNativeWouldChoose() {
        for (String file : FILES) {
            Properties texts = TextFile.load(file, Language.ENGLISH);
            assertThat(texts.stringPropertyNames())
                    .filteredOn(key -> UNENGLISH.matcher(texts.getProperty(key)).find())
                    .isEmpty();
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            code = files.filter(file ->
                            file.toString().endsWith(".java") && !ENUMS.contains(String.valueOf(file.getFileName())))
                    .map(TranslationTest::read)
                    .collect(Collectors.joining());
        }
        TreeSet<String> words = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b")
                .matcher(code)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts()).allMatch(text -> words.contains(text.name()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
