package lossgrid.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lossgrid.fixtures.OneAtATime;
import lossgrid.model.derivation.Derivation;
import org.junit.jupiter.api.Test;

@OneAtATime
class TypesetterTest {
    private static final Derivation.Piece LOG = new Derivation.Piece(
            Derivation.Join.RELATION, List.of(new Derivation.Term("x\\log", Derivation.Role.PLAIN, Optional.empty())));

    /**
     * JLaTeXMath stores the preceding atom in the atoms of {@code \log}: this failed once in thousands of runs, when
     * two windows typeset formulas at the same time.
     */
    @Test
    void oneFormulaIsSetAtATime() throws Exception {
        CompletableFuture<FormulaShapes> other;
        synchronized (Typesetter.LOCK) {
            Typesetter here = new Typesetter();
            here.loadNow();
            other = CompletableFuture.supplyAsync(() -> new Typesetter().typeset(LOG));
            assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(here.typeset(LOG).width()).isPositive();
        }
        assertThat(other.get(1, TimeUnit.MINUTES).width()).isPositive();
    }
}
