package lossgrid.io.disk;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A small file of keys and values, in UTF-8, replaced as a whole. */
public final class PropertiesFile {
    private PropertiesFile() {}

    /**
     * Reads the file; empty if there is none.
     *
     * @throws IOException if it cannot be read, or is not a properties file in UTF-8
     */
    public static Map<String, String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (IllegalArgumentException malformedEscape) {
            throw new IOException(file + ": " + malformedEscape.getMessage(), malformedEscape);
        }
        Map<String, String> out = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> out.put(key, read.getProperty(key)));
        return out;
    }

    /** Replaces the file's content with {@code values} in one step; creates its folder if necessary. */
    public static void write(Path file, Map<String, String> values) throws IOException {
        Properties written = new Properties();
        written.putAll(values);
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.replace(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            written.store(writer, null);
            writer.flush();
        });
    }
}
