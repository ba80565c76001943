package lossgrid.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The program's version, which the build copies from {@code pom.xml}. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ProgramVersion.class.getResourceAsStream("version.txt"), "version.txt")) {
            return new String[] {"Lossgrid " + new String(file.readAllBytes(), StandardCharsets.UTF_8).strip()};
        }
    }
}
