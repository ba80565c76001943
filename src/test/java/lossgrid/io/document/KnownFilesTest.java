package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import lossgrid.fixtures.DocumentJson;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.Fingerprint;
import lossgrid.io.document.KnownFiles.Expected;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFilesTest {
    private final KnownFiles files = new KnownFiles();

    @TempDir
    private Path folder;

    private Path file;
    private Experiment mine;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("a.lossgrid.json");
        mine = DocumentJson.read(DocumentJson.minimal()).withTitle("mine");
        DocumentFiles.save(file, mine.withTitle("first"));
        files.open(file);
    }

    private void assertLeftAlone(SaveOutcome outcome, String title) throws IOException {
        assertThat(files.save(file, mine, Expected.AS_KNOWN)).isEqualTo(outcome);
        assertThat(DocumentFiles.open(file).title()).isEqualTo(title);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void savesWhatItHasOpenedOrSaved() throws IOException {
        assertThat(files.save(file, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.SAVED);
        assertThat(files.save(file, mine.withTitle("again"), Expected.AS_KNOWN)).isEqualTo(SaveOutcome.SAVED);
        assertThat(DocumentFiles.open(file).title()).isEqualTo("again");
    }

    @Test
    void aNewTimeIsNoChange() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(files.save(file, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.SAVED);
    }

    @Test
    void leavesTheChangesOfOthersAlone() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        DocumentFiles.save(file, mine.withTitle("other"));
        Files.setLastModifiedTime(file, time);
        assertLeftAlone(SaveOutcome.CHANGED, "other");
        assertThat(files.save(file, mine, Expected.ANYTHING)).isEqualTo(SaveOutcome.SAVED);
        assertThat(files.save(file, mine.withTitle("later"), Expected.AS_KNOWN)).isEqualTo(SaveOutcome.SAVED);
    }

    @Test
    void looksJustBeforeTheMove() throws IOException {
        byte[] others = ExperimentCodec.write(mine.withTitle("other"));
        KnownFiles raced = new KnownFiles();
        raced.open(file);
        Path written = file;
        KnownFiles racing = new KnownFiles(step -> {
            if (step == AtomicFile.Step.FORCE) {
                Files.write(written, others);
            }
        });
        racing.open(file);
        assertThat(racing.save(file, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.CHANGED);
        assertThat(DocumentFiles.open(file).title()).isEqualTo("other");
    }

    @Test
    void noticesThatTheFileIsGone() throws IOException {
        Files.delete(file);
        assertThat(files.save(file, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.VANISHED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotKnownMustNotExist() throws IOException {
        DocumentFiles.save(file, mine.withTitle("other"));
        assertThat(new KnownFiles().save(file, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.EXISTS);
        assertThat(files.save(file, mine, Expected.ABSENT)).isEqualTo(SaveOutcome.EXISTS);
        assertThat(DocumentFiles.open(file).title()).isEqualTo("other");
        Path fresh = folder.resolve("fresh.json");
        assertThat(files.save(fresh, mine, Expected.ABSENT)).isEqualTo(SaveOutcome.SAVED);
        assertThat(files.save(fresh, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.SAVED);
    }

    @Test
    void aRestoredDocumentIsComparedWithWhatItsFileHeldThen() throws IOException {
        Fingerprint then = files.fingerprint(file).orElseThrow();
        KnownFiles next = new KnownFiles();
        next.remember(file, then);
        assertThat(next.save(file, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.SAVED);
        KnownFiles another = new KnownFiles();
        another.remember(file, then);
        assertThat(another.save(file, mine, Expected.AS_KNOWN)).isEqualTo(SaveOutcome.CHANGED);
    }

    @Test
    void failuresAreNoChanges() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> files.save(folder, mine, Expected.AS_KNOWN))
                .withMessageContaining("this is a folder");
    }
}
