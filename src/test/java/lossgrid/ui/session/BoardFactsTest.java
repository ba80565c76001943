package lossgrid.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.BatchMeans;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Descent;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.grid.CellGrid;
import lossgrid.paint.grid.LookCounts;
import lossgrid.ui.board.CardContentBuilder;
import lossgrid.ui.control.Messages;
import lossgrid.words.Language;
import org.junit.jupiter.api.Test;

class BoardFactsTest {
    private static final Messages MESSAGES = new Messages(Language.ENGLISH);

    /** So large that its one-hot is a view. */
    private static Experiment large() {
        return Lesson.TWO_CHANNEL
                .open()
                .withClasses(List.of())
                .withLogits(Tensor.generate(Shape.of(1, 3, 200, 211), i -> i == 500 ? Float.NaN : (float) Math.sin(i)))
                .withLabels(LabelArray.ofLongs(DType.INT64, Shape.of(1, 200, 211), i -> i % 50 == 0 ? -100 : i % 3));
    }

    @Test
    void everyCardIsThatOfItsNumbers() {
        BoardFacts facts = BoardFacts.of(Analyzer.analyze(large()));
        for (CardKind kind : CardKind.values()) {
            CellGrid grid = CardContentBuilder.of(kind, facts, MESSAGES).grid().orElseThrow();
            assertThat(grid.lookCounts()).as(kind.name()).isEqualTo(LookCounts.of(grid));
        }
        CellGrid losses =
                CardContentBuilder.of(CardKind.LOSS, facts, MESSAGES).grid().orElseThrow();
        assertThat(losses.lookCounts()).containsEntry(CellLook.IGNORED, 844);
    }

    @Test
    void theLedgerAndTheDescentAreOfTheSameAnalysis() {
        BoardFacts facts = BoardFacts.of(Analyzer.analyze(large()));
        assertThat(facts.obstacle())
                .isEqualTo(Descent.obstacle(facts.analysis()))
                .isPresent();
        assertThat(facts.batchMeans())
                .isEqualTo(BatchMeans.of(
                        facts.analysis(), facts.analysis().loss().value().orElseThrow()))
                .isPresent();
        assertThat(facts.denominator()).isPresent();
    }

    @Test
    void afterAnEditEqualPlanesKeepTheirOverviews() {
        Experiment before = large();
        BoardFacts facts = BoardFacts.of(Analyzer.analyze(before));
        Nchw layout = Nchw.of(before.logits().shape());
        Tensor logits = before.logits().with(layout.element(layout.pixel(0, 3, 4), 1), 9f);
        Experiment after = Edits.apply(before, new Edit.SetLogits(logits));
        BoardFacts edited = BoardFacts.of(Analyzer.analyze(after), facts);
        assertThat(edited.labels()).isSameAs(facts.labels());
        CellGrid old =
                CardContentBuilder.of(CardKind.LOGITS, facts, MESSAGES).grid().orElseThrow();
        CellGrid now =
                CardContentBuilder.of(CardKind.LOGITS, edited, MESSAGES).grid().orElseThrow();
        assertThat(now.text(1, 3 * 211 + 4)).isEqualTo("9.0000");
        assertThat(edited.logits().extent().most()).isEqualTo(9f);
        assertThat(now.shape()).isEqualTo(old.shape());
    }

    @Test
    void ofOtherOptionsNothingIsKeptThatFollowsFromThem() {
        Experiment before = large();
        BoardFacts facts = BoardFacts.of(Analyzer.analyze(before));
        Experiment after = before.withOptions(before.options().withReduction(Reduction.SUM));
        BoardFacts changed = BoardFacts.of(Analyzer.analyze(after, facts.analysis()), facts);
        assertThat(changed.denominator())
                .isEqualTo(BoardFacts.of(Analyzer.analyze(after)).denominator());
        assertThat(changed.denominator()).isNotEqualTo(facts.denominator());
    }
}
