package lossgrid.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StyleSheetTest {
    static Stream<Path> sheets() {
        return Stream.concat(
                        Theme.sheets().stream(), Fonts.monospaced().stream().map(Fonts::sheet))
                .map(sheet -> Path.of(URI.create(sheet)));
    }

    /** Font sizes in pixels would follow neither the window's size nor the user's zoom. */
    @ParameterizedTest
    @MethodSource("sheets")
    void typeIsRelativeToTheRoot(Path sheet) throws IOException {
        String css = Files.readString(sheet).replaceFirst("(?s)\\.root \\{.*?}", "");
        assertThat(Pattern.compile("-fx-font(-size)?:\\s*[\\d.]+(px|pt|;)")
                        .matcher(css)
                        .results())
                .as(sheet.getFileName().toString())
                .isEmpty();
    }

    static List<String> monospaced() {
        return Fonts.monospaced();
    }

    @ParameterizedTest
    @MethodSource("monospaced")
    void everyMonospacedFamilyHasASheetThatNamesIt(String monospaced) throws IOException {
        assertThat(Files.readString(Path.of(URI.create(Fonts.sheet(monospaced)))))
                .isEqualToNormalizingWhitespace(".mono { -fx-font-family: \"%s\"; }".formatted(monospaced));
    }
}
