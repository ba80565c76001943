package lossgrid.io.recovery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.ExperimentCodec;
import lossgrid.model.document.Experiment;

/**
 * A place for one document that is not saved: a line that says what it is, then the document. While this object is open no other program takes
 * the slot; when the program dies the system releases it, and the next start finds it. Used by one thread at a time.
 */
public final class RecoverySlot implements AutoCloseable {
    private static final int MAX_NOTE = 1 << 16;

    private final Path content;
    private final Path lock;
    private final FileChannel locked;
    private final AtomicFile.Steps steps;

    RecoverySlot(Path content, Path lock, FileChannel locked, AtomicFile.Steps steps) {
        this.content = content;
        this.lock = lock;
        this.locked = locked;
        this.steps = steps;
    }

    /** Replaces what the slot holds, in one step. */
    public void write(RecoveryNote note, Experiment experiment) throws IOException {
        AtomicFile.replace(
                content,
                out -> {
                    note.writeTo(out);
                    ExperimentCodec.write(experiment, out);
                },
                steps);
    }

    boolean isEmpty() {
        return !Files.exists(content);
    }

    /** The file with the document. */
    public Path file() {
        return content;
    }

    /**
     * What the slot holds.
     *
     * @throws UnreadableFile when that cannot be read
     */
    public RecoveryNote note() throws UnreadableFile {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
            return RecoveryNote.read(line(in));
        } catch (IOException failure) {
            throw UnreadableFile.of(content, failure);
        }
    }

    /**
     * The document. A file that holds none is set aside as by {@link #setAside}.
     *
     * @throws IOException when it cannot be read, naming the file where it is now
     */
    public Experiment read() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
            line(in);
            return ExperimentCodec.read(in);
        } catch (IOException failure) {
            throw UnreadableFile.of(failure instanceof UnreadableFile ? setAside() : content, failure);
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < MAX_NOTE; next = in.read()) {
            line.write(next);
        }
        return line.toByteArray();
    }

    /** Empties the slot, which stays this program's. */
    public void clear() throws IOException {
        Files.deleteIfExists(content);
    }

    /** Gives up the slot and renames its file, which is kept. */
    public Path setAside() throws IOException {
        Path aside = RecoveryStore.aside(content);
        Files.move(content, aside);
        close();
        return aside;
    }

    /** Gives up the slot; what it holds stays for another start. */
    @Override
    public void close() throws IOException {
        // The lock file goes while it is still locked: whoever locks it later finds that it is gone.
        if (isEmpty()) {
            Files.deleteIfExists(lock);
        }
        locked.close();
    }
}
