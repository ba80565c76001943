package lossgrid;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code and pages keep to the 120 columns of {@code .editorconfig}; the formatter leaves comments and strings alone. */
class SourceStyleTest {
    private static final int COLUMNS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"src", ".github"})
    void linesHaveAtMost120Columns(String folder) throws IOException {
        List<Path> files = sources(Path.of(folder));
        assertThat(files).isNotEmpty();
        assertThat(files.stream().flatMap(SourceStyleTest::longLines).collect(joining("\n")))
                .isEmpty();
    }

    @Test
    void pagesOfTheTopLevelDoToo() {
        assertThat(Stream.of("README.md", "CHANGELOG.md")
                        .map(Path::of)
                        .flatMap(SourceStyleTest::longLines)
                        .collect(joining("\n")))
                .isEmpty();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<String> longLines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(line -> lines.get(line).codePoints().count() > COLUMNS)
                    .mapToObj(line -> file + ":" + (line + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
