package lossgrid.io.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lossgrid.fixtures.ChildProgram;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.AtomicFileStepsTest;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.recovery.CrashChild.Task;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a program that saves and keeps documents, at every step and at random moments: the files it leaves are intact.
 */
class CrashTest {
    private static final int KILLS = 12;
    private static final int LONGEST_MILLIS = 40;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(CrashChild.DOCUMENT);
    }

    private void assertNothingLeftAfterANewStart() throws IOException {
        Path recovery = folder.resolve("recovery");
        AtomicFileStepsTest.age(folder);
        AtomicFileStepsTest.age(recovery);
        assertThat(CrashChild.store(folder).claimLeftovers().leftovers()).isEmpty();
        DocumentFiles.save(file(), CrashChild.document(0));
        assertThat(recovery).isEmptyDirectory();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("recovery", CrashChild.DOCUMENT);
    }

    @Test
    void haltedAtEachStepOfSavingItLeavesTheOldOrTheNewDocument() throws Exception {
        Files.createDirectory(folder.resolve("recovery"));
        int step = 0;
        for (int exit = CrashChild.HALTED; exit == CrashChild.HALTED; step++) {
            DocumentFiles.save(file(), CrashChild.document(0));
            exit = ChildProgram.awaitEnd(CrashChild.start(Task.SAVE, folder, step));
            assertThat(exit).isIn(0, CrashChild.HALTED);
            assertThat(DocumentFiles.open(file())).isIn(CrashChild.document(0), CrashChild.document(1));
        }
        assertThat(step).isGreaterThan(AtomicFile.Step.values().length);
        assertThat(DocumentFiles.open(file())).isEqualTo(CrashChild.document(1));
        assertNothingLeftAfterANewStart();
    }

    @Test
    void haltedAtEachStepOfKeepingItLeavesTheOldOrTheNewDocument() throws Exception {
        int step = 0;
        for (int exit = CrashChild.HALTED; exit == CrashChild.HALTED; step++) {
            exit = ChildProgram.awaitEnd(CrashChild.start(Task.KEEP, folder, step));
            assertThat(exit).isIn(0, CrashChild.HALTED);
            assertThat(takeTheLeftover()).isBetween(exit == 0 ? 1 : 0, 1);
        }
        assertThat(step).isGreaterThan(AtomicFile.Step.values().length);
        assertNothingLeftAfterANewStart();
    }

    /** Claims the leftover of the dead program and returns the number of its document. */
    private int takeTheLeftover() throws IOException {
        RecoveryStore.Found found = CrashChild.store(folder).claimLeftovers();
        assertThat(found.unreadable()).isEmpty();
        assertThat(found.leftovers()).hasSize(1);
        Leftover left = found.leftovers().getFirst();
        int number = (int) left.note().time().getEpochSecond();
        assertThat(left.note()).isEqualTo(CrashChild.note(number, folder));
        assertThat(left.slot().read()).isEqualTo(CrashChild.document(number));
        left.slot().clear();
        left.slot().close();
        return number;
    }

    @ParameterizedTest
    @ValueSource(longs = 20260)
    void killedAtAnyMomentItLeavesWholeDocuments(long seed) throws Exception {
        Random random = new Random(seed);
        Experiment[] either = {CrashChild.document(0), CrashChild.document(1)};
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = CrashChild.start(Task.LOOP, folder, 0);
            CrashChild.awaitReady(child);
            child.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            child.destroyForcibly();
            ChildProgram.awaitEnd(child);
            assertThat(DocumentFiles.open(file()))
                    .as("kill %s of seed %s", kill, seed)
                    .isIn((Object[]) either);
            assertThat(takeTheLeftover()).isBetween(0, 1);
        }
        assertNothingLeftAfterANewStart();
    }
}
