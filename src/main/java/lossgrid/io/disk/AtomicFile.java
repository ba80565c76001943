package lossgrid.io.disk;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces a file in one step: readers see either the old content or the new one, and a failure leaves the old one. */
public final class AtomicFile {
    /** Writes the new content of the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The steps in order; {@code WRITE} is repeated for each piece of the content. */
    public enum Step {
        CREATE,
        WRITE,
        FORCE,
        COPY_PERMISSIONS,
        MOVE,
        FORCE_FOLDER,
        DONE
    }

    /** Called before each step, and may stop there by throwing. */
    @FunctionalInterface
    public interface Steps {
        Steps UNWATCHED = _ -> {};

        void before(Step step) throws IOException;

        default Steps andThen(Steps other) {
            return step -> {
                before(step);
                other.before(step);
            };
        }
    }

    private AtomicFile() {}

    /**
     * Writes a file beside the target, forces it to disk, and moves it over the target; through a link, the linked file
     * is replaced. Files left there by programs that crashed are removed. A device or a pipe is written to directly.
     *
     * @throws IOException when the target cannot be written; an existing file is then unchanged
     */
    public static void replace(Path target, Content content) throws IOException {
        replace(target, content, Steps.UNWATCHED);
    }

    /** As {@link #replace(Path, Content)}; a device or a pipe is written to without steps. */
    public static void replace(Path target, Content content, Steps steps) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                content.writeTo(out);
            }
            return;
        }
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        TemporaryFiles.sweep(file.resolveSibling(""));
        Path temporary = TemporaryFiles.beside(file);
        steps.before(Step.CREATE);
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // Held past the move, so that other programs do not mistake this for the file of a crashed one.
            TemporaryFiles.markAlive(channel);
            write(channel, content, steps);
            steps.before(Step.FORCE);
            channel.force(true);
            steps.before(Step.COPY_PERMISSIONS);
            copyPermissions(file, temporary);
            steps.before(Step.MOVE);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            steps.before(Step.FORCE_FOLDER);
            forceFolder(file.resolveSibling(""));
        } finally {
            Files.deleteIfExists(temporary);
        }
        steps.before(Step.DONE);
    }

    private static void write(FileChannel channel, Content content, Steps steps) throws IOException {
        OutputStream pieces = new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                steps.before(Step.WRITE);
                out.write(bytes, from, length);
            }
        };
        OutputStream buffered = new BufferedOutputStream(pieces);
        content.writeTo(buffered);
        buffered.flush();
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    /** Makes the move itself survive a power failure, where the system allows folders to be forced. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException moveUnsupported) {
            // Windows does not open folders; the file is in place anyway.
            return;
        }
    }
}
