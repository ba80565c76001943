package lossgrid.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lossgrid.fixtures.ChildProgram;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.recovery.RecoveryStore.Found;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the program while its user edits and saves: what was done but a moment ago is in the file or in the recovery
 * file.
 */
class WindowCrashTest {
    private static final int KILLS = 3;
    private static final int MOST_EDITS = 120;
    /** Two seconds, for machines that are busy with other things; 300 ms are aimed at. */
    private static final int MOST_LOST = 2_000 / WindowChild.MILLIS_BETWEEN_EDITS;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = 3)
    void nothingIsLostButTheLastMoment(long seed) throws Exception {
        Random random = new Random(seed);
        int number = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = ChildProgram.start(WindowChild.class, folder.toString(), Integer.toString(number));
            int last = number + MOST_LOST + random.nextInt(MOST_EDITS);
            try (BufferedReader edits = child.inputReader()) {
                while (number < last) {
                    number = Integer.parseInt(edits.readLine());
                }
                child.destroyForcibly();
            }
            ChildProgram.awaitEnd(child);
            assertThat(newestOnDisk()).as("kill %s of seed %s", kill, seed).isGreaterThan(number - MOST_LOST);
            number += MOST_LOST;
        }
    }

    private int newestOnDisk() throws IOException {
        Path file = folder.resolve(WindowChild.DOCUMENT);
        int newest =
                Files.exists(file) ? Integer.parseInt(DocumentFiles.open(file).title()) : Integer.MIN_VALUE;
        Found found =
                WindowChild.persistentState(folder).recovery().orElseThrow().claimLeftovers();
        assertThat(found.unreadable()).isEmpty();
        assertThat(found.leftovers()).hasSizeLessThanOrEqualTo(1);
        for (Leftover left : found.leftovers()) {
            newest = Math.max(newest, Integer.parseInt(left.slot().read().title()));
            left.slot().clear();
            left.slot().close();
        }
        return newest;
    }
}
