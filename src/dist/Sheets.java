import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/** Compiles the style sheets in a folder and those below it, each beside its source: {@code java Sheets.java FOLDER}. */
final class Sheets {
    private Sheets() {}

    public static void main(String[] args) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            files.filter(file -> file.toString().endsWith(".css")).forEach(Sheets::compile);
        }
    }

    private static void compile(Path css) {
        String name = css.getFileName().toString();
        Path compiled = css.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".bss");
        try {
            Stylesheet.convertToBinary(css.toFile(), compiled.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(css.toString(), e);
        }
    }
}
