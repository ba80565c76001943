package lossgrid.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.fixtures.SmallExperiments;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Threshold;
import org.junit.jupiter.api.Test;

class EncodingChainTest {
    private static final EncodingStep A = new Threshold(127);
    private static final EncodingStep B = new Squeeze(1);
    private static final EncodingStep C = new Cast(DType.INT64);
    private static final List<EncodingStep> CHAIN = List.of(A, B);

    @Test
    void insertsAnywhere() {
        assertThat(EncodingChain.insert(CHAIN, 0, C).encoding()).containsExactly(C, A, B);
        assertThat(EncodingChain.insert(CHAIN, 1, C).encoding()).containsExactly(A, C, B);
        assertThat(EncodingChain.append(CHAIN, C).encoding()).containsExactly(A, B, C);
    }

    @Test
    void removesAndMoves() {
        List<EncodingStep> three = List.of(A, B, C);
        assertThat(EncodingChain.remove(three, 1).encoding()).containsExactly(A, C);
        assertThat(EncodingChain.move(three, 0, 2).encoding()).containsExactly(B, C, A);
        assertThat(EncodingChain.move(three, 2, 0).encoding()).containsExactly(C, A, B);
        assertThat(EncodingChain.move(three, 1, 1).encoding()).containsExactly(A, B, C);
    }

    @Test
    void switchesOffAndOn() {
        List<EncodingStep> off = EncodingChain.toggle(CHAIN, 0).encoding();
        assertThat(off).containsExactly(new Skipped(A), B);
        assertThat(EncodingChain.isOff(off.getFirst())).isTrue();
        assertThat(EncodingChain.toggle(off, 0).encoding()).isEqualTo(CHAIN);
    }

    @Test
    void aReplacedStepStaysOff() {
        List<EncodingStep> off = EncodingChain.toggle(CHAIN, 0).encoding();
        assertThat(EncodingChain.replace(off, 0, C).encoding()).containsExactly(new Skipped(C), B);
        assertThat(EncodingChain.replace(off, 0, new Skipped(C)).encoding()).containsExactly(new Skipped(C), B);
        assertThat(EncodingChain.replace(CHAIN, 1, C).encoding()).containsExactly(A, C);
    }

    @Test
    void eachIsOneUndoStep() {
        Experiment start = SmallExperiments.twoChannels();
        History history = new History(start);
        history.apply(EncodingChain.append(start.encoding(), C));
        history.apply(EncodingChain.toggle(history.present().encoding(), 0));
        assertThat(history.undo().encoding()).containsExactly(C);
        assertThat(history.undo()).isSameAs(start);
    }
}
