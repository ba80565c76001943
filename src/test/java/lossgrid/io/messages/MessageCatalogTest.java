package lossgrid.io.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.compare.mistake.MistakeEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known wording is recognized as its own family only, and every family's experiment raises it. */
class MessageCatalogTest {
    private static final MessageCatalog CATALOG = MessageCatalog.load();
    private static final TracebackReader READER = new TracebackReader(CATALOG);

    static Stream<Wording> wordings() {
        return CATALOG.wordings().stream();
    }

    static Recognition.Recognized recognized(String text) {
        assertThat(READER.read(text)).isInstanceOf(Recognition.Recognized.class);
        return (Recognition.Recognized) READER.read(text);
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void everyWordingKnowsItsOwnExample(Wording wording) {
        Recognition.Recognized found = recognized(wording.example());
        assertThat(found.wording()).isEqualTo(wording);
        assertThat(found.values()).hasSameSizeAs(wording.template().names());
        assertThat(found.values().values())
                .allSatisfy(value -> assertThat(value).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void noWordingMatchesTheExampleOfAnotherFamily(Wording wording) {
        String plain = PastedText.plain(wording.example());
        assertThat(CATALOG.wordings().stream()
                        .filter(other -> other.family() != wording.family()
                                && !other.family().isVague()
                                && other.find(plain).isPresent()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void saysWhereAndWhenItWasSeen(Wording wording) {
        assertThat(wording.seen()).isNotBlank();
        assertThat(wording.since()).matches("[0-2]\\.\\d+");
        wording.until().ifPresent(until -> {
            assertThat(until).matches("[0-2]\\.\\d+");
            assertThat(version(until)).isGreaterThanOrEqualTo(version(wording.since()));
        });
        assertThat(wording.type()).matches("[A-Z]\\w+(Error|Warning)");
    }

    private static int version(String text) {
        String[] parts = text.split("\\.", -1);
        return 100 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }

    @ParameterizedTest
    @EnumSource
    void everyFamilyHasAWordingInUse(MessageFamily family) {
        List<Wording> own = CATALOG.wordings().stream()
                .filter(wording -> wording.family() == family)
                .toList();
        assertThat(own).isNotEmpty();
        assertThat(own).anyMatch(wording -> wording.until().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void theExperimentsOfAFamilyRaiseItAndTheirFixesRaiseNothing(MessageFamily family) {
        for (Mistake mistake : family.mistakes()) {
            MistakeEffect.Raises raises = MistakeEffect.error(
                            Analyzer.analyze(mistake.pair().wrong()))
                    .orElseThrow();
            Recognition.Recognized found = recognized(raises.type().pythonName() + ": " + raises.message());
            if (family.isReproduced()) {
                assertThat(found.family()).isEqualTo(family);
                assertThat(found.wording().device()).isNotEqualTo(Device.CUDA);
                assertThat(found.wording().type()).isEqualTo(raises.type().pythonName());
            }
            assertThat(MistakeEffect.error(Analyzer.analyze(mistake.pair().right())))
                    .isEmpty();
        }
        assertThat(family.isReproduced() && family.mistakes().isEmpty()).isFalse();
    }

    /** Every exception of the core has an explanation, whatever the mistake. */
    @ParameterizedTest
    @EnumSource
    void everyErrorOfTheCatalogueOfMistakesIsKnown(Mistake mistake) {
        if (mistake.effect() instanceof MistakeEffect.Raises raises) {
            Recognition.Recognized found = recognized(raises.type().pythonName() + ": " + raises.message());
            assertThat(found.family().mistakes()).contains(mistake);
        }
    }

    @Test
    void theNumbersOfAMessageChooseTheMistake() {
        assertThat(MessageFamily.TARGET_OUT_OF_BOUNDS.mistakes(Map.of("label", "-1")))
                .first()
                .isEqualTo(Mistake.VOID_MINUS_ONE);
        assertThat(MessageFamily.TARGET_OUT_OF_BOUNDS.mistakes(Map.of("label", "19")))
                .first()
                .isEqualTo(Mistake.ONE_BASED);
        assertThat(MessageFamily.TARGET_OUT_OF_BOUNDS.mistakes(Map.of()))
                .first()
                .isEqualTo(Mistake.MASK_255);
        assertThat(MessageFamily.LABEL_DTYPE.mistakes(Map.of("type", "FloatTensor")))
                .first()
                .isEqualTo(Mistake.FLOAT_LABELS);
        assertThat(MessageFamily.TARGET_RANK.mistakes(Map.of("target", "[2, 512, 512, 3]")))
                .first()
                .isEqualTo(Mistake.COLOR_MASK);
        assertThat(MessageFamily.TARGET_RANK.mistakes(Map.of("target", "[2, 1, 512, 512]")))
                .first()
                .isEqualTo(Mistake.CHANNEL_DIM_KEPT);
        for (MessageFamily family : MessageFamily.values()) {
            assertThat(family.mistakes(Map.of("label", "7"))).containsExactlyInAnyOrderElementsOf(family.mistakes());
        }
    }

    @Test
    void theFilesAreThoseOfTheFamilies() {
        assertThat(Path.of("assets", "messages").toFile().list())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MessageFamily.values())
                        .map(family -> family.key() + ".txt")
                        .toList());
    }

    @Test
    void aBrokenFileNamesTheLine() {
        assertThatThrownBy(() -> MessageCatalog.parse(MessageFamily.BROADCAST, "wording without a colon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a colon");
        assertThatThrownBy(() -> MessageCatalog.parse(MessageFamily.BROADCAST, "wording: a\ntype: b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wording.Template.of("{a:int} first")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wording.Template.of("a {b:nothing}")).isInstanceOf(IllegalArgumentException.class);
    }
}
