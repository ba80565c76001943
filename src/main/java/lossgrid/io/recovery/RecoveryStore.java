package lossgrid.io.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.StateFolder;
import lossgrid.io.disk.TemporaryFiles;
import lossgrid.io.disk.UnreadableFile;

/**
 * The folder with the unsaved documents, one slot for each running program and each that died. A slot is a content file
 * and a lock file beside it, which its program keeps locked: a slot whose lock is free belongs to a program that died.
 * A program has one store for the folder, since the system's locks belong to the process.
 */
public final class RecoveryStore {
    /** The most slots of programs that died, and the most unreadable files, that are kept. */
    static final int MOST_LEFT = 20;

    private static final System.Logger LOG = System.getLogger(RecoveryStore.class.getName());
    private static final String CONTENT = ".recovery";
    private static final String LOCK = ".lock";
    private static final String ASIDE = ".unreadable";
    private static final int ATTEMPTS = 10;

    /** A slot of a program that died, and its note. */
    public record Leftover(RecoverySlot slot, RecoveryNote note) {}

    /**
     * The result of a search for leftovers.
     *
     * @param leftovers newest first; their slots now belong to this program, which has to close them
     * @param unreadable files without a document; they have been renamed
     */
    public record Found(List<Leftover> leftovers, List<UnreadableFile> unreadable) {
        public Found {
            leftovers = List.copyOf(leftovers);
            unreadable = List.copyOf(unreadable);
        }
    }

    private final Path folder;
    private final AtomicFile.Steps steps;
    /** The slots that must not be opened again, since closing a file drops every lock that the process has on it. */
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    /** A store in {@code folder}, which is created when needed. */
    public RecoveryStore(Path folder) {
        this(folder, AtomicFile.Steps.UNWATCHED);
    }

    RecoveryStore(Path folder, AtomicFile.Steps steps) {
        this.folder = folder;
        this.steps = steps;
    }

    /**
     * A new slot for this program.
     *
     * @throws IOException when it cannot be created
     */
    public RecoverySlot claim() throws IOException {
        StateFolder.create(folder);
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<RecoverySlot> slot = lock(UUID.randomUUID().toString());
            if (slot.isPresent()) {
                return slot.get();
            }
        }
        throw new IOException("no lock to be had in " + folder);
    }

    /** The slot with this id; empty while another program has it. */
    private Optional<RecoverySlot> lock(String id) throws IOException {
        Path lock = folder.resolve(id + LOCK);
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel) && Files.exists(lock)) {
            claimed.add(id);
            return Optional.of(new RecoverySlot(folder.resolve(id + CONTENT), lock, channel, steps));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @SuppressWarnings("resource") // Released with the channel.
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException locksUnsupported) {
            channel.close();
            throw locksUnsupported;
        }
    }

    /**
     * Takes over the slots of programs that died, newest first, and removes their other files. Does not create the
     * folder.
     *
     * @throws IOException when the folder cannot be read
     */
    public Found claimLeftovers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Found(List.of(), List.of());
        }
        TemporaryFiles.sweep(folder);
        List<Leftover> leftovers = new ArrayList<>();
        List<UnreadableFile> unreadable = new ArrayList<>();
        for (String id : ids()) {
            Optional<RecoverySlot> slot = claimed.contains(id) ? Optional.empty() : lock(id);
            if (slot.isPresent()) {
                sort(slot.get(), leftovers, unreadable);
            }
        }
        leftovers.sort(
                Comparator.comparing((Leftover left) -> left.note().time()).reversed());
        dropOldest(leftovers);
        dropOldestAside();
        return new Found(leftovers, unreadable);
    }

    private List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName)
                    .map(String::valueOf)
                    .filter(name -> name.endsWith(CONTENT) || name.endsWith(LOCK))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .distinct()
                    .toList();
        }
    }

    private static void sort(RecoverySlot slot, List<Leftover> leftovers, List<UnreadableFile> unreadable)
            throws IOException {
        if (slot.isEmpty()) {
            slot.close();
            return;
        }
        try {
            leftovers.add(new Leftover(slot, slot.note()));
        } catch (UnreadableFile broken) {
            unreadable.add(UnreadableFile.of(slot.setAside(), broken));
        }
    }

    private static void dropOldest(List<Leftover> leftovers) throws IOException {
        while (leftovers.size() > MOST_LEFT) {
            Leftover oldest = leftovers.removeLast();
            LOG.log(System.Logger.Level.WARNING, "too many recovery files, dropping " + oldest.note());
            oldest.slot().clear();
            oldest.slot().close();
        }
    }

    private void dropOldestAside() throws IOException {
        List<Path> aside;
        try (Stream<Path> files = Files.list(folder)) {
            aside = files.filter(file -> file.toString().endsWith(ASIDE))
                    .sorted(Comparator.comparing(RecoveryStore::modified).reversed())
                    .toList();
        }
        for (Path old : aside.subList(Math.min(MOST_LEFT, aside.size()), aside.size())) {
            LOG.log(System.Logger.Level.WARNING, "too many unreadable recovery files, dropping " + old);
            Files.deleteIfExists(old);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /** The new path of a content file that cannot be read. */
    static Path aside(Path content) {
        String name = String.valueOf(content.getFileName());
        return content.resolveSibling(name.substring(0, name.length() - CONTENT.length()) + ASIDE);
    }
}
