package lossgrid.io.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.UnaryOperator;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonStart;
import lossgrid.model.document.Experiment;

/** Documents on disk. Every error names the file. */
public final class DocumentFiles {
    /** The ending of a document's file name. */
    public static final String EXTENSION = ".lossgrid.json";

    private DocumentFiles() {}

    /**
     * The document in {@code file}.
     *
     * @throws UnreadableFile when the file cannot be read, has more than {@link ExperimentCodec#MAX_BYTES}, or holds no
     *     document
     */
    public static Experiment open(Path file) throws UnreadableFile {
        return open(file, json -> json);
    }

    /** As {@link #open(Path)}; the digest takes the very bytes that are read. */
    static Experiment open(Path file, MessageDigest digest) throws UnreadableFile {
        return open(file, json -> new DigestInputStream(json, digest));
    }

    private static Experiment open(Path file, UnaryOperator<InputStream> watched) throws UnreadableFile {
        try {
            requireFile(file);
            if (Files.size(file) > ExperimentCodec.MAX_BYTES) {
                throw ExperimentCodec.tooLarge();
            }
            try (BufferedInputStream content = new BufferedInputStream(watched.apply(Files.newInputStream(file)))) {
                if (Files.size(file) > 0 && !JsonStart.isAt(content)) {
                    throw new UnreadableFile("", "not a Lossgrid document");
                }
                return ExperimentCodec.read(content);
            }
        } catch (IOException failure) {
            throw UnreadableFile.of(file, failure);
        }
    }

    /**
     * Writes the document beside {@code file} and moves it over in one step; after an error the old file is as it was.
     *
     * @throws IOException when the file cannot be written
     */
    public static void save(Path file, Experiment experiment) throws IOException {
        write(file, out -> ExperimentCodec.write(experiment, out));
    }

    /** As {@link #save(Path, Experiment)}; the digest takes the very bytes that are written. */
    public static void save(Path file, Experiment experiment, MessageDigest digest, AtomicFile.Steps steps)
            throws IOException {
        write(file, out -> ExperimentCodec.write(experiment, new DigestOutputStream(out, digest)), steps);
    }

    /**
     * Writes any content in place of {@code file} in one step, as {@link AtomicFile} does; after an error the old file
     * is as it was.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, AtomicFile.Content content) throws IOException {
        write(file, content, AtomicFile.Steps.UNWATCHED);
    }

    private static void write(Path file, AtomicFile.Content content, AtomicFile.Steps steps) throws IOException {
        try {
            requireFile(file);
            Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
            if (!Files.isDirectory(folder)) {
                throw new IOException("there is no folder " + folder);
            }
            AtomicFile.replace(file, content, steps);
        } catch (IOException failure) {
            throw (IOException)
                    new FileSystemException(file.toString(), null, UnreadableFile.reason(failure)).initCause(failure);
        }
    }

    private static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("this is a folder");
        }
    }
}
