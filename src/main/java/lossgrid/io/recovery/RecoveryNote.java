package lossgrid.io.recovery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import lossgrid.io.disk.Fingerprint;
import lossgrid.io.document.DocumentException;
import lossgrid.io.document.JsonCursor;
import lossgrid.io.document.ObjectForm;
import lossgrid.io.document.ObjectForm.Field;
import lossgrid.io.json.JsonText;

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

    /** Writes one line of JSON. */
    void writeTo(OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder("{\"lossgrid_recovery\": " + VERSION);
        append(line, "time", time.toString());
        append(line, "name", name);
        file.ifPresent(path -> append(line, "file", path.toAbsolutePath().toString()));
        fingerprint.ifPresent(print -> append(line, "sha256", print.sha256()));
        out.write(line.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder line, String field, String value) {
        line.append(", \"").append(field).append("\": ").append(JsonText.quote(value));
    }

    static RecoveryNote read(byte[] line) throws DocumentException {
        try (JsonCursor cursor = JsonCursor.open(line)) {
            ObjectForm form = new ObjectForm(cursor);
            Field<Long> version = form.required("lossgrid_recovery", cursor::int64);
            Field<Instant> time = form.required("time", () -> time(cursor));
            Field<String> name = form.required("name", cursor::text);
            Field<Path> file = form.optional("file", () -> path(cursor));
            Field<String> sha256 = form.optional("sha256", cursor::text);
            form.read();
            if (version.value() != VERSION) {
                throw new DocumentException("lossgrid_recovery", "version " + version.value() + " is not known");
            }
            return new RecoveryNote(
                    time.value(), name.value(), file.given(), sha256.given().map(Fingerprint::new));
        }
    }

    private static Instant time(JsonCursor cursor) throws DocumentException {
        try {
            return Instant.parse(cursor.text());
        } catch (DateTimeParseException bad) {
            throw cursor.expected("a time");
        }
    }

    private static Path path(JsonCursor cursor) throws DocumentException {
        try {
            return Path.of(cursor.text());
        } catch (InvalidPathException bad) {
            throw cursor.expected("a path");
        }
    }
}
