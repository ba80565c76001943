package lossgrid.io.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFailureOnTheWayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFile.replace(file, out -> {
                    out.write(1);
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(1);
        AtomicFile.replace(file, out -> out.write('n'));
        assertThat(file).hasContent("n");
    }

    @Test
    void aPipeIsWrittenToAndNotReplaced() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(isSuccessful("mkfifo", pipe.toString()), "no mkfifo");
        Path read = folder.resolve("read.txt");
        Process reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(read.toFile())
                .start();
        AtomicFile.replace(pipe, out -> out.write('n'));
        assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(read).hasContent("n");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    private static boolean isSuccessful(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
