package lossgrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Javadoc of every type of the program begins with a noun or a verb, not with a headless clause. */
class JavadocStyleTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** A Javadoc comment, its first word, and after annotations and modifiers the keyword and the name of a type. */
    private static final Pattern TYPE = Pattern.compile("/\\*\\*[\\s*]*+(\\w++)(?:[^*]|\\*(?!/))*+\\*/"
            + "(?:\\s++|//[^\\n]*+|@(?!interface)[\\w.]++(?:\\((?:\"[^\"]*+\"|[^()\"])*+\\))?"
            + "|(?:public|protected|private|abstract|static|final|sealed|non-sealed)\\b)*+"
            + "(?:class|record|enum|@?interface)\\s++(\\w++)");

    private static final List<String> HEADLESS = List.of("What", "How", "Which", "That", "Where", "Why");

    @Test
    void beginsWithANounOrAVerb() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(JavadocStyleTest::offenders))
                    .isEmpty();
        }
    }

    private static Stream<String> offenders(Path file) {
        try {
            return TYPE.matcher(Files.readString(file))
                    .results()
                    .filter(type -> HEADLESS.contains(type.group(1)))
                    .map(type -> SOURCES.relativize(file) + ": " + type.group(2) + ", “" + type.group(1) + " …”");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
