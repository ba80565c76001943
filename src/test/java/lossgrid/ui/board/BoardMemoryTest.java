package lossgrid.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.ui.session.BoardFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The memory that the board of a large grid keeps, beside the logits themselves. */
@Isolated
class BoardMemoryTest {
    private static final Shape SHAPE = Shape.of(4, 19, 128, 256);
    private static final double MOST_TIMES_THE_LOGITS = 2;

    @Test
    void theBoardTakesLessThanTwiceTheLogits() {
        Tensor logits = new Draw(2).uniform(SHAPE, -6, 6);
        LabelArray labels = LabelArray.ofLongs(DType.INT64, SHAPE.remove(1), i -> i / 50 % 19);
        Experiment experiment = new Experiment(
                "",
                logits,
                labels,
                List.of(),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults(),
                List.of());
        // What is loaded once is no part of it.
        BoardFacts.of(Analyzer.analyze(experiment));
        long before = live();
        BoardFacts facts = BoardFacts.of(Analyzer.analyze(experiment));
        long kept = live() - before;
        assertThat(facts.analysis().experiment()).isSameAs(experiment);
        assertThat(kept).isLessThan((long) (MOST_TIMES_THE_LOGITS * Float.BYTES * SHAPE.size()));
    }

    private static long live() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
