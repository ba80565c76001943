package lossgrid.io.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lossgrid.io.disk.AtomicFile.Step;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.recovery.CrashChild;
import lossgrid.model.document.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of a folder before each step of a save, which a crash there would leave. */
public class AtomicFileStepsTest {
    private static final Experiment OLD = CrashChild.document(0);
    private static final Experiment NEW = CrashChild.document(1);

    @TempDir
    private Path folder;

    private static void save(Path file, Experiment experiment, AtomicFile.Steps steps) throws IOException {
        DocumentFiles.save(file, experiment, Fingerprint.digest(), steps);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Sets back the time of the files in a folder. */
    public static void age(Path folder) throws IOException {
        Instant before = Instant.now().minus(TemporaryFiles.TOO_YOUNG.multipliedBy(2));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(before));
            }
        }
    }

    @Test
    void aCrashBeforeAnyStepLeavesTheOldOrTheNewDocument(@TempDir Path crashes) throws IOException {
        Path file = folder.resolve("a.json");
        DocumentFiles.save(file, OLD);
        List<Step> steps = new ArrayList<>();
        save(file, NEW, step -> {
            copyFiles(folder, crashes.resolve(Integer.toString(steps.size())));
            steps.add(step);
        });
        assertThat(steps).startsWith(Step.CREATE, Step.WRITE, Step.WRITE).contains(Step.values());
        int moved = steps.indexOf(Step.FORCE_FOLDER);
        for (int i = 0; i < steps.size(); i++) {
            Path crashed = crashes.resolve(Integer.toString(i));
            assertThat(DocumentFiles.open(crashed.resolve("a.json")))
                    .as("before step %s, %s", i, steps.get(i))
                    .isEqualTo(i < moved ? OLD : NEW);
        }
    }

    @Test
    void theNextSaveRemovesWhatACrashLeft(@TempDir Path crashes) throws IOException {
        Path file = folder.resolve("a.json");
        DocumentFiles.save(file, OLD);
        Path crashed = crashes.resolve("crashed");
        save(file, NEW, step -> {
            if (step == Step.MOVE) {
                copyFiles(folder, crashed);
            }
        });
        assertThat(names(crashed)).hasSize(2).anyMatch(name -> name.endsWith(".tmp"));
        Files.writeString(crashed.resolve(".lossgrid-of-another-kind.tmp"), "not ours");
        age(crashed);
        DocumentFiles.save(crashed.resolve("a.json"), NEW);
        assertThat(names(crashed)).containsExactlyInAnyOrder("a.json", ".lossgrid-of-another-kind.tmp");
        assertThat(DocumentFiles.open(crashed.resolve("a.json"))).isEqualTo(NEW);
    }

    @Test
    void anErrorBeforeAnyStepLeavesTheOldOrTheNewDocumentAlone() throws IOException {
        Path file = folder.resolve("a.json");
        for (int failing = 0; ; failing++) {
            DocumentFiles.save(file, OLD);
            int[] count = {0};
            int at = failing;
            AtomicFile.Steps steps = step -> {
                if (count[0]++ == at) {
                    throw new IOException("No space left on device");
                }
            };
            if (isSaved(file, steps)) {
                assertThat(failing).isGreaterThan(Step.values().length);
                break;
            }
            assertThat(DocumentFiles.open(file)).isIn(OLD, NEW);
            assertThat(names(folder)).containsExactly("a.json");
        }
        assertThat(DocumentFiles.open(file)).isEqualTo(NEW);
    }

    private static boolean isSaved(Path file, AtomicFile.Steps steps) {
        try {
            save(file, NEW, steps);
            return true;
        } catch (IOException failure) {
            assertThat(failure).hasMessageEndingWith("No space left on device");
            return false;
        }
    }

    @Test
    void aFileThatIsBeingWrittenIsNoLeftover() throws IOException {
        Path file = folder.resolve("a.json");
        save(file, OLD, step -> {
            if (step == Step.MOVE) {
                age(folder);
                AtomicFile.replace(folder.resolve("b.json"), out -> out.write('b'));
            }
        });
        assertThat(names(folder)).containsExactlyInAnyOrder("a.json", "b.json");
        assertThat(DocumentFiles.open(file)).isEqualTo(OLD);
    }

    @Test
    void aYoungLeftoverStays() throws IOException {
        Path young = TemporaryFiles.beside(folder.resolve("a.json"));
        Files.writeString(young, "?");
        TemporaryFiles.sweep(folder);
        assertThat(young).exists();
        age(folder);
        try (FileChannel channel = FileChannel.open(young, StandardOpenOption.WRITE)) {
            TemporaryFiles.markAlive(channel);
            TemporaryFiles.sweep(folder);
            assertThat(young).exists();
        }
        TemporaryFiles.sweep(folder);
        assertThat(young).doesNotExist();
    }

    @Test
    void errorsOfTheWriterLeaveNothing() {
        assertThatThrownBy(() -> AtomicFile.replace(folder.resolve("a.json"), _ -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(folder).isEmptyDirectory();
    }
}
