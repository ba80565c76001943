package lossgrid.io.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lossgrid.fixtures.ChildProgram;
import lossgrid.io.disk.Fingerprint;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.recovery.CrashChild.Task;
import lossgrid.io.recovery.RecoveryStore.Found;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryStoreTest {
    private static final Experiment DOCUMENT = CrashChild.document(1);

    @TempDir
    private Path folder;

    private Path slots;

    @BeforeEach
    void name() {
        slots = folder.resolve("recovery");
    }

    private static RecoveryNote note(int second) {
        return new RecoveryNote(
                Instant.ofEpochSecond(second),
                "标题 \"" + second + "\"",
                Optional.of(Path.of("/somewhere/文件.lossgrid.json")),
                Optional.of(new Fingerprint("ab12")));
    }

    /** Leaves the files of a program that dies after keeping a document. */
    private void leave(RecoveryNote note, Experiment experiment) throws IOException {
        RecoverySlot slot = new RecoveryStore(slots).claim();
        slot.write(note, experiment);
        slot.close();
    }

    private Found take() throws IOException {
        return new RecoveryStore(slots).claimLeftovers();
    }

    private long count(String extension) throws IOException {
        try (Stream<Path> files = Files.list(slots)) {
            return files.filter(file -> file.toString().endsWith(extension)).count();
        }
    }

    @Test
    void aProgramWithNothingToKeepMakesNothing() throws IOException {
        assertThat(take().leftovers()).isEmpty();
        try (RecoveryWriter own = new RecoveryWriter(new RecoveryStore(slots))) {
            own.forget();
        }
        assertThat(slots).doesNotExist();
    }

    @Test
    void whatWasKeptComesBackWithItsNote() throws IOException {
        RecoveryNote bare =
                new RecoveryNote(Instant.parse("2026-01-02T03:04:05.678Z"), "", Optional.empty(), Optional.empty());
        leave(note(1), DOCUMENT);
        leave(bare, DOCUMENT.withTitle("new\nline"));

        List<Leftover> found = take().leftovers();

        assertThat(found).extracting(Leftover::note).containsExactly(bare, note(1));
        assertThat(found.getFirst().slot().read()).isEqualTo(DOCUMENT.withTitle("new\nline"));
        assertThat(found.getLast().slot().read()).isEqualTo(DOCUMENT);
    }

    @Test
    void theFolderIsForItsUserAlone() throws IOException {
        leave(note(1), DOCUMENT);
        if (Files.getFileStore(slots).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(slots)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void theSlotOfALivingProgramIsNotOffered() throws Exception {
        Process other = CrashChild.start(Task.HOLD, folder, 0);
        try {
            CrashChild.awaitReady(other);
            assertThat(count(".recovery")).isEqualTo(1);
            assertThat(take().leftovers()).isEmpty();
            try (RecoveryWriter own = new RecoveryWriter(new RecoveryStore(slots))) {
                own.keep(note(7), DOCUMENT);
                assertThat(count(".recovery")).isEqualTo(2);
            }
            assertThat(count(".recovery")).isEqualTo(1);
        } finally {
            other.destroyForcibly();
        }
        ChildProgram.awaitEnd(other);

        List<Leftover> found = take().leftovers();

        assertThat(found).extracting(Leftover::note).containsExactly(CrashChild.note(1, folder));
        assertThat(found.getFirst().slot().read()).isEqualTo(DOCUMENT);
    }

    @Test
    void aProgramThatEndsCleanlyLeavesNothing() throws Exception {
        Process other = CrashChild.start(Task.HOLD, folder, 0);
        CrashChild.awaitReady(other);
        other.getOutputStream().close();
        assertThat(ChildProgram.awaitEnd(other)).isZero();
        assertThat(slots).isEmptyDirectory();
    }

    @Test
    void oneStartIsOfferedWhatAnotherHasNotTaken() throws IOException {
        leave(note(1), DOCUMENT);
        RecoveryStore first = new RecoveryStore(slots);
        Found taken = first.claimLeftovers();
        assertThat(taken.leftovers()).hasSize(1);
        assertThat(first.claimLeftovers().leftovers()).isEmpty();
        assertThat(take().leftovers()).isEmpty();
    }

    @Test
    void theOwnSlotIsEmptiedWhenNothingIsUnsaved() throws IOException {
        RecoveryStore store = new RecoveryStore(slots);
        RecoveryWriter own = new RecoveryWriter(store);
        own.keep(note(1), DOCUMENT);
        own.keep(note(2), DOCUMENT);
        assertThat(count(".recovery")).isEqualTo(1);
        assertThat(store.claimLeftovers().leftovers()).isEmpty();
        own.forget();
        assertThat(count(".recovery")).isZero();
        own.keep(note(3), DOCUMENT);
        assertThat(count(".recovery")).isEqualTo(1);
        own.close();
        assertThat(slots).isEmptyDirectory();
    }

    @Test
    void anAdoptedSlotReplacesTheOwn() throws IOException {
        leave(note(1), DOCUMENT);
        RecoveryStore store = new RecoveryStore(slots);
        RecoveryWriter own = new RecoveryWriter(store);
        own.keep(note(5), DOCUMENT);
        own.adopt(store.claimLeftovers().leftovers().getFirst().slot());
        assertThat(count(".recovery")).isEqualTo(1);
        own.keep(note(6), DOCUMENT);
        assertThat(count(".recovery")).isEqualTo(1);
        assertThat(count(".lock")).isEqualTo(1);
    }

    @Test
    void filesThatHoldNoNoteAreSetAsideAndNamed() throws IOException {
        leave(note(1), DOCUMENT);
        leave(note(2), DOCUMENT);
        Path broken;
        try (Stream<Path> files = Files.list(slots)) {
            broken = files.filter(file -> file.toString().endsWith(".recovery"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(broken, "{\"lossgrid_recovery\": 99}\n");

        Found found = take();

        assertThat(found.leftovers()).hasSize(1);
        assertThat(found.unreadable()).hasSize(1);
        Path named = Path.of(found.unreadable().getFirst().file());
        assertThat(named).hasContent("{\"lossgrid_recovery\": 99}\n").hasExtension("unreadable");
        assertThat(broken).doesNotExist();
        assertThat(take().unreadable()).isEmpty();
    }

    @Test
    void aBrokenDocumentIsSetAsideWhenItIsRead() throws IOException {
        leave(note(1), DOCUMENT);
        RecoverySlot slot = take().leftovers().getFirst().slot();
        byte[] whole = Files.readAllBytes(slot.file());
        Files.write(slot.file(), java.util.Arrays.copyOf(whole, whole.length - 100));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(slot::read)
                .withMessageContaining("the document ends too early")
                .satisfies(error -> assertThat(Path.of(error.file())).exists().hasExtension("unreadable"));
        assertThat(slot.file()).doesNotExist();
        assertThat(take().leftovers()).isEmpty();
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        Experiment small = DOCUMENT;
        for (int i = 0; i < RecoveryStore.MOST_LEFT + 3; i++) {
            leave(note(i), small);
        }
        List<Leftover> found = take().leftovers();
        assertThat(found).hasSize(RecoveryStore.MOST_LEFT);
        assertThat(found.getLast().note()).isEqualTo(note(3));
        assertThat(count(".recovery")).isEqualTo(RecoveryStore.MOST_LEFT);
    }

    @Test
    void locksWithoutContentAreTidiedUp() throws IOException {
        Files.createDirectories(slots);
        Files.createFile(slots.resolve("x.lock"));
        assertThat(take().leftovers()).isEmpty();
        assertThat(slots).isEmptyDirectory();
    }

    @Test
    void saysWhyNothingCanBeKept() throws IOException {
        Files.writeString(slots, "a file in the way");
        RecoveryWriter own = new RecoveryWriter(new RecoveryStore(slots));
        assertThatIOException().isThrownBy(() -> own.keep(note(1), DOCUMENT));
        Files.delete(slots);
        own.keep(note(2), DOCUMENT);
        assertThat(count(".recovery")).isEqualTo(1);
    }
}
