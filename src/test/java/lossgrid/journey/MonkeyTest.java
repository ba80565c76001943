package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import lossgrid.fixtures.ChildProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A monkey uses the window at random, in a process of its own beside the other tests. {@code -Dmonkey.steps=…} and
 * {@code -Dmonkey.seed=…} choose how much, and where to begin.
 */
class MonkeyTest {
    private static final int STEPS = Integer.getInteger("monkey.steps", 2_000);
    private static final long SEED = Long.getLong("monkey.seed", 1);

    @TempDir
    Path folder;

    @Test
    void whateverIsDoneTheWindowShowsOneDocument() throws Exception {
        Process child =
                ChildProgram.start(MonkeyChild.class, folder.toString(), Long.toString(SEED), Integer.toString(STEPS));
        try (BufferedReader lines = child.inputReader()) {
            String said = lines.lines().collect(Collectors.joining(System.lineSeparator()));
            int exit = ChildProgram.awaitEnd(child);
            assertThat(said).isEmpty();
            assertThat(exit).isZero();
        }
    }
}
