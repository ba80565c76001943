package lossgrid.model.compare.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.BatchMeans;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.mistake.Mistake.Group;
import lossgrid.model.compare.mistake.MistakeEffect.Symptom;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake of the catalogue has its documented effect, and its right side does not. */
class MistakeTest {
    private static final double WORTH_SHOWING = 0.005;

    @ParameterizedTest
    @EnumSource
    void theWrongSideDoesWhatIsSaid(Mistake mistake) {
        Analysis wrong = Analyzer.analyze(mistake.pair().wrong());
        switch (mistake.effect()) {
            case MistakeEffect.Raises raises -> {
                assertThat(MistakeEffect.error(wrong)).contains(raises);
                assertThat(wrong.loss().value()).isEmpty();
            }
            case MistakeEffect.Runs(Symptom symptom) -> {
                assertThat(MistakeEffect.error(wrong)).isEmpty();
                assertThat(symptoms(wrong)).contains(symptom);
            }
        }
    }

    private static EnumSet<Symptom> symptoms(Analysis analysis) {
        LossResult loss = analysis.loss().value().orElseThrow();
        EnumSet<Symptom> out = EnumSet.noneOf(Symptom.class);
        float[] gradient = analysis.gradient().value().orElseThrow().toArray();
        double norm = 0;
        for (float g : gradient) {
            norm += g * g;
        }
        if (Float.isNaN(loss.value())) {
            out.add(Symptom.NOT_A_NUMBER);
        } else if (loss.value() < 0) {
            out.add(Symptom.NEGATIVE);
        } else if (norm == 0) {
            out.add(loss.value() == 0 ? Symptom.ALWAYS_ZERO : Symptom.NO_GRADIENT);
        } else {
            out.add(Symptom.OTHER_NUMBER);
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource
    void theRightSideIsFiniteAndLearns(Mistake mistake) {
        Analysis right = Analyzer.analyze(mistake.pair().right());
        assertThat(MistakeEffect.error(right)).isEmpty();
        assertThat(symptoms(right)).containsExactly(Symptom.OTHER_NUMBER);
        assertThat(Float.isFinite(right.loss().value().orElseThrow().value())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theSidesDiffer(Mistake mistake) {
        MistakePair pair = mistake.pair();
        assertThat(pair.wrong()).isNotEqualTo(pair.right());
        Comparison comparison = Comparison.of(pair);
        assertThat(comparison.isSame()).isFalse();
        if (mistake.effect() instanceof MistakeEffect.Runs(Symptom symptom) && symptom == Symptom.OTHER_NUMBER) {
            assertThat(Math.abs(comparison.numberDifference().orElseThrow())).isGreaterThan(WORTH_SHOWING);
            assertThat(comparison.leftMap()).isPresent();
        }
        assertThat(comparison.rightMap()).isPresent();
        if (comparison.leftMap().isPresent()) {
            assertThat(comparison.difference()).isPresent();
        }
    }

    /** Every pair is small enough for numbers in every cell, and equal each time it is made. */
    @ParameterizedTest
    @EnumSource
    void canBeFollowedByHand(Mistake mistake) {
        MistakePair pair = mistake.pair();
        for (Experiment side : List.of(pair.wrong(), pair.right())) {
            assertThat(side.logits().size()).isLessThanOrEqualTo(36);
            assertThat(side.labels().size()).isLessThanOrEqualTo(48);
            for (float x : side.logits().toArray()) {
                assertThat((double) Math.round(x * 10)).isCloseTo(x * 10, within(1e-4));
            }
        }
        assertThat(mistake.pair()).isEqualTo(pair);
    }

    @Test
    void namesEveryMistakeOnceAndEveryGroup() {
        assertThat(Arrays.stream(Mistake.values())
                        .map(mistake -> mistake.pair().wrong().withTitle("")))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Mistake.values()).map(Mistake::group)).contains(Group.values());
        assertThat(Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY.key()).isEqualTo("softmax-before-cross-entropy");
        assertThat(Mistake.valueOf("MASK_255").pair().wrong().title()).isEqualTo("mask-255");
    }

    @Test
    void equalAxesAreThePointWhereTheyAreEqual() {
        assertThat(Arrays.stream(Mistake.values()).filter(mistake -> {
                    int[] sizes = mistake.pair().right().logits().shape().toArray();
                    return sizes[1] == sizes[2] || sizes[1] == sizes[3] || sizes[2] == sizes[3];
                }))
                .containsExactlyInAnyOrder(
                        Mistake.ONE_HOT_CHANNELS_LAST,
                        Mistake.ROWS_AND_COLUMNS_SWAPPED,
                        Mistake.POS_WEIGHT_ALONG_WIDTH);
    }

    @Test
    void aMeanOfMeansIsWhatALoopOverPicturesGives() {
        MistakePair pair = Mistake.MEAN_OF_BATCH_MEANS.pair();
        Analysis right = Analyzer.analyze(pair.right());
        double ofMeans = BatchMeans.of(right, right.loss().value().orElseThrow())
                .orElseThrow()
                .ofMeans();
        assertThat((double) Comparison.of(pair).number(ComparisonSide.LEFT).orElseThrow())
                .isCloseTo(ofMeans, within(1e-6));
    }
}
