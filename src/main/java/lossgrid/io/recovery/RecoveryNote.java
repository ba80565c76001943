package lossgrid.io.recovery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import lossgrid.io.disk.Fingerprint;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonBinding;
import lossgrid.io.json.JsonLayout;
import tools.jackson.core.type.TypeReference;

/**
 * The facts about an unsaved document that are known without reading it.
 *
 * @param time the time when it was kept
 * @param name its name in the window
 * @param file its file, if it has been saved or opened from one
 * @param fingerprint the content of that file then
 */
public record RecoveryNote(Instant time, String name, Optional<Path> file, Optional<Fingerprint> fingerprint) {
    private static final int VERSION = 1;

    private record Line(
            long lossgridRecovery, Instant time, String name, Optional<Path> file, Optional<String> sha256) {}

    /** Writes one line of JSON. */
    void writeTo(OutputStream out) throws IOException {
        Line line = new Line(VERSION, time, name, file.map(Path::toAbsolutePath), fingerprint.map(Fingerprint::sha256));
        JsonBinding.RECORDS.write(out, JsonLayout.line(), line);
    }

    static RecoveryNote read(byte[] json) throws UnreadableFile {
        Line line = JsonBinding.RECORDS.read(json, new TypeReference<>() {});
        if (line.lossgridRecovery() != VERSION) {
            throw new UnreadableFile("lossgrid_recovery", "version " + line.lossgridRecovery() + " is not known");
        }
        return new RecoveryNote(
                line.time(), line.name(), line.file(), line.sha256().map(Fingerprint::new));
    }
}
