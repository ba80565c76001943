package lossgrid.io.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The files that hold new content until it is moved into place. A lock shows that the writer is running; the system
 * drops it when the writer dies.
 */
public final class TemporaryFiles {
    private static final System.Logger LOG = System.getLogger(TemporaryFiles.class.getName());
    private static final Pattern NAME = Pattern.compile("\\.lossgrid-[0-9a-f-]{36}\\.tmp");

    /** The age below which a file may belong to a writer that has not locked it yet. */
    static final Duration TOO_YOUNG = Duration.ofSeconds(10);

    private TemporaryFiles() {}

    static Path beside(Path file) {
        return file.resolveSibling(".lossgrid-" + UUID.randomUUID() + ".tmp");
    }

    /** Locks a writer's file; where files cannot be locked, those of dead writers are never removed. */
    static void markAlive(FileChannel channel) {
        try {
            if (channel.tryLock() == null) {
                throw new IllegalStateException("a new file is locked by another program");
            }
        } catch (IOException locksUnsupported) {
            LOG.log(System.Logger.Level.DEBUG, "no locks on this file system", locksUnsupported);
        }
    }

    /** Removes the files in {@code folder} whose writers are dead. */
    public static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".lossgrid-*.tmp")) {
            for (Path file : files) {
                if (NAME.matcher(String.valueOf(file.getFileName())).matches()
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfDead(file);
                }
            }
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.DEBUG, "cannot look for leftovers in " + folder, failure);
        }
    }

    private static void removeIfDead(Path file) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(TOO_YOUNG))) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException ours) {
            LOG.log(System.Logger.Level.DEBUG, "being written: " + file);
        }
    }
}
