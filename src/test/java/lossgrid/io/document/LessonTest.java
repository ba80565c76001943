package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LessonTest {
    private static List<String> digits(Tensor tensor) {
        return IntStream.range(0, tensor.size())
                .mapToObj(i -> digits(tensor.at(i)))
                .toList();
    }

    private static String digits(float value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String loss(Experiment experiment, Activation activation, LossKind loss) {
        Analysis analysis = Analyzer.analyze(experiment.withRecipe(new Recipe(activation, loss)));
        return digits(analysis.loss().value().map(LossResult::value).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void everyStageHasAValue(Lesson lesson) {
        Analysis analysis = Analyzer.analyze(lesson.open());

        assertThat(analysis.hasRaised()).isFalse();
        assertThat(analysis.oneHot().value()).isPresent();
        assertThat(analysis.gradient().value()).isPresent();
    }

    /** Saving a lesson unchanged leaves it byte for byte. */
    @ParameterizedTest
    @EnumSource(Lesson.class)
    void isWrittenAsTheProgramWritesIt(Lesson lesson) throws IOException {
        try (InputStream file = Lesson.class.getResourceAsStream("/assets/lessons/" + lesson.id() + ".lossgrid.json")) {
            assertThat(Objects.requireNonNull(file)).hasBinaryContent(ExperimentCodec.write(lesson.open()));
        }
    }

    @Test
    void oneChannelGivesTheSameLossThreeWays() {
        Experiment lesson = Lesson.SINGLE_CHANNEL.open();

        assertThat(lesson.title()).isEqualTo("One-channel output");
        assertThat(digits(Analyzer.analyze(lesson).probabilities().value().orElseThrow()))
                .containsExactly("0.6059", "0.4378", "0.4207", "0.6660", "0.4280", "0.5915", "0.6318", "0.3274");
        assertThat(loss(lesson, new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS))
                .isEqualTo("0.6861");
        assertThat(loss(lesson, new Activation.Sigmoid(), LossKind.BCE_LOSS)).isEqualTo("0.6861");
        assertThat(loss(lesson, new Activation.Sigmoid(), LossKind.BY_HAND)).isEqualTo("0.6861");
    }

    @Test
    void twoChannelsGiveTheSameLossThreeWays() {
        Experiment lesson = Lesson.TWO_CHANNEL.open();

        assertThat(lesson.title()).isEqualTo("Two-channel output");
        assertThat(digits(Analyzer.analyze(lesson).probabilities().value().orElseThrow()))
                .startsWith("0.4083", "0.2940", "0.5519", "0.1442");
        assertThat(loss(lesson, new Activation.None(), LossKind.CROSS_ENTROPY_LOSS))
                .isEqualTo("0.9823");
        assertThat(loss(lesson, new Activation.LogSoftmax(1), LossKind.NLL_LOSS))
                .isEqualTo("0.9823");
        assertThat(loss(lesson, new Activation.Softmax(1), LossKind.BY_HAND)).isEqualTo("0.9823");
    }

    @Test
    void asymmetricUsesEveryClass() {
        Experiment lesson = Lesson.ASYMMETRIC.open();

        assertThat(lesson.title()).isEqualTo("Three classes, 2×4 pixels");
        assertThat(lesson.logits().shape().toArray()).containsExactly(2, 3, 2, 4);
        assertThat(lesson.labels().dtype()).isEqualTo(DType.INT64);
        assertThat(lesson.labels().shape().toArray()).containsExactly(2, 2, 4);
        assertThat(IntStream.range(0, lesson.labels().size())
                        .mapToObj(i -> lesson.labels().longAt(i)))
                .contains(0L, 1L, 2L);
        assertThat(lesson.classes()).containsExactly("background", "road", "car");
    }
}
