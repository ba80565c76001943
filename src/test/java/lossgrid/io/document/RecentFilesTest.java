package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
    @TempDir
    private Path folder;

    private Path list() {
        return folder.resolve("state").resolve("recent.json");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void theNewestIsFirstAndNoneTwice() throws IOException {
        RecentFiles recent = new RecentFiles(list());
        assertThat(recent.load()).isEmpty();
        recent.add(file("a"));
        recent.add(file("引号\"b"));
        assertThat(recent.add(folder.resolve("x").resolve("..").resolve("a")))
                .containsExactly(file("a"), file("引号\"b"));
        assertThat(new RecentFiles(list()).load()).containsExactly(file("a"), file("引号\"b"));
    }

    @Test
    void theOldestFallOut() throws IOException {
        RecentFiles recent = new RecentFiles(list());
        for (int i = 0; i <= RecentFiles.MOST; i++) {
            recent.add(file("f" + i));
        }
        assertThat(recent.load())
                .hasSize(RecentFiles.MOST)
                .startsWith(file("f" + RecentFiles.MOST))
                .doesNotContain(file("f0"));
    }

    @Test
    void programsShareTheList() throws IOException {
        RecentFiles one = new RecentFiles(list());
        RecentFiles other = new RecentFiles(list());
        one.add(file("a"));
        other.add(file("b"));
        assertThat(one.add(file("c"))).containsExactly(file("c"), file("b"), file("a"));
        other.clear();
        assertThat(one.load()).isEmpty();
    }

    @Test
    void aBrokenListIsEmptyAndMended() throws IOException {
        Files.createDirectories(list().getParent());
        Files.writeString(list(), "[\"a\", 3");
        RecentFiles recent = new RecentFiles(list());
        assertThat(recent.load()).isEmpty();
        assertThat(recent.add(file("a"))).containsExactly(file("a"));
        assertThat(recent.load()).containsExactly(file("a"));
    }
}
