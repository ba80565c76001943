import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Compiles the style sheets of one folder and those below it into the same places of another: {@code java Sheets.java
 * FROM TO}.
 */
final class Sheets {
    private Sheets() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        List<Path> sheets;
        try (Stream<Path> files = Files.walk(from)) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        for (Path css : sheets) {
            String name = css.getFileName().toString();
            Path folder =
                    Files.createDirectories(to.resolve(from.relativize(css)).getParent());
            Stylesheet.convertToBinary(
                    css.toFile(),
                    folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".bss")
                            .toFile());
        }
    }
}
