package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import lossgrid.fixtures.DocumentJson;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {
    @TempDir
    private Path folder;

    private static Experiment experiment(String title) throws IOException {
        return DocumentJson.read(DocumentJson.minimal()).withTitle(title);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static void assertRaised(Path file, String reason) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> DocumentFiles.open(file))
                .withMessage(file + ": " + reason)
                .satisfies(error -> assertThat(error.file()).isEqualTo(file.toString()));
    }

    @Test
    void opensWhatItSaved() throws IOException {
        Path file = folder.resolve("单通道" + DocumentFiles.EXTENSION);
        DocumentFiles.save(file, experiment("a"));
        DocumentFiles.save(file, experiment("b"));

        assertThat(DocumentFiles.open(file)).isEqualTo(experiment("b"));
        assertThat(names()).containsExactly("单通道.lossgrid.json");
    }

    @Test
    void namesFilePlaceAndReason() throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, DocumentJson.withLabels("uint8", "[1, 2]", "[[0, 300]]"));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> DocumentFiles.open(file))
                .withMessage(file + ": labels.data[0][1]: 300 is not a uint8 value")
                .satisfies(error -> {
                    assertThat(error.file()).isEqualTo(file.toString());
                    assertThat(error.place()).isEqualTo("labels.data[0][1]");
                    assertThat(error.reason()).isEqualTo("300 is not a uint8 value");
                });
    }

    @Test
    void refusesWhatIsNoFile() {
        assertRaised(folder.resolve("missing.json"), "there is no such file");
        assertRaised(folder, "this is a folder");
    }

    @Test
    void refusesHugeFilesUnread() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(ExperimentCodec.MAX_BYTES + 1L);
        }

        assertRaised(file, "larger than 1 GiB");
    }

    @Test
    void refusesToSaveWhereNoFileCanBe() {
        Path nowhere = folder.resolve("none").resolve("a.json");

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> DocumentFiles.save(folder, experiment("")))
                .withMessage(folder + ": this is a folder");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> DocumentFiles.save(nowhere, experiment("")))
                .withMessage(nowhere + ": there is no folder " + nowhere.getParent());
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.json");
        DocumentFiles.save(file, experiment("old"));

        assertThatIOException()
                .isThrownBy(() -> AtomicFile.replace(file, out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                }));

        assertThat(DocumentFiles.open(file)).isEqualTo(experiment("old"));
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void keepsPermissionsAndLinks() throws IOException {
        Path file = folder.resolve("a.json");
        Path link = folder.resolve("link.json");
        DocumentFiles.save(file, experiment("old"));
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "POSIX permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.createSymbolicLink(link, file);

        DocumentFiles.save(link, experiment("new"));

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(DocumentFiles.open(file)).isEqualTo(experiment("new"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
    }

    @Test
    void saysWhyTheSystemFailed() {
        assertThat(UnreadableFile.reason(new AccessDeniedException("a"))).isEqualTo("access is denied");
        assertThat(UnreadableFile.reason(new NoSuchFileException("a"))).isEqualTo("there is no such file");
        assertThat(UnreadableFile.reason(new FileAlreadyExistsException("a"))).isEqualTo("this name is already taken");
        assertThat(UnreadableFile.reason(new FileSystemException("a", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(UnreadableFile.reason(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(UnreadableFile.reason(new IOException())).isEqualTo("IOException");
    }

    @Test
    void anErrorSpeaksOfJsonOnlyWhereJsonBegins(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.json");
        Files.write(file, new byte[] {'P', 'K', 3, 4});
        assertThatIOException()
                .isThrownBy(() -> DocumentFiles.open(file))
                .withMessage(file + ": not a Lossgrid document");
        Files.writeString(file, " {\"lossgrid\": tru}");
        assertThatIOException().isThrownBy(() -> DocumentFiles.open(file)).withMessageContaining("not JSON");
    }
}
