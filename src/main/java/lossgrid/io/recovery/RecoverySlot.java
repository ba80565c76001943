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
 * A file for one unsaved document: a line with its {@link RecoveryNote}, then the document. While this object is open
 * other programs cannot use the slot; when the program dies the system releases it, and the next start finds it. Used
 * by one thread at a time.
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

    /** Replaces the slot's content in one step. */
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
     * Reads the note in the slot.
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
     * Reads the document. A file without one is set aside as by {@link #setAside}.
     *
     * @throws IOException when it cannot be read, with the file's new name
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

    /** Empties the slot, which this program keeps. */
    public void clear() throws IOException {
        Files.deleteIfExists(content);
    }

    /** Releases the slot and renames its file, which is kept. */
    public Path setAside() throws IOException {
        Path aside = RecoveryStore.aside(content);
        Files.move(content, aside);
        close();
        return aside;
    }

    /** Releases the slot; its content is kept for another start. */
    @Override
    public void close() throws IOException {
        // The lock file is removed while it is still locked: a program that locks it later finds that it is gone.
        if (isEmpty()) {
            Files.deleteIfExists(lock);
        }
        locked.close();
    }
}
