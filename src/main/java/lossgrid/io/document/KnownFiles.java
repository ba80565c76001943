package lossgrid.io.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.Fingerprint;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.Experiment;

/** Documents on disk as this program last read or wrote them, so that nobody else's changes are overwritten unseen. */
public final class KnownFiles {
    /** The state that a file must be in to be saved to. */
    public enum Expected {
        /** As this program last read or wrote it; a file that is not known must not exist. */
        AS_KNOWN,
        ABSENT,
        ANYTHING
    }

    private final Map<Path, Fingerprint> known = new ConcurrentHashMap<>();
    private final AtomicFile.Steps steps;

    public KnownFiles() {
        this(AtomicFile.Steps.UNWATCHED);
    }

    public KnownFiles(AtomicFile.Steps steps) {
        this.steps = steps;
    }

    /** As {@link DocumentFiles#open}; from here on the file is known. */
    public Experiment open(Path file) throws UnreadableFile {
        MessageDigest digest = Fingerprint.digest();
        Experiment experiment = DocumentFiles.open(file, digest);
        remember(file, Fingerprint.of(digest));
        return experiment;
    }

    /**
     * Saves, unless the file on disk is not as expected. The last look at it comes just before the new content is moved
     * over.
     *
     * @throws IOException when the file cannot be written
     */
    public SaveOutcome save(Path file, Experiment experiment, Expected expected) throws IOException {
        Guard guard = new Guard(file, expected, fingerprint(file));
        try {
            write(file, experiment, guard);
        } catch (IOException bad) {
            if (guard.outcome == SaveOutcome.SAVED) {
                throw bad;
            }
        }
        return guard.outcome;
    }

    private void write(Path file, Experiment experiment, AtomicFile.Steps guard) throws IOException {
        MessageDigest digest = Fingerprint.digest();
        DocumentFiles.save(file, experiment, digest, guard.andThen(steps));
        remember(file, Fingerprint.of(digest));
    }

    /** The fingerprint of what the file held when this program last read or wrote it. */
    public Optional<Fingerprint> fingerprint(Path file) {
        return Optional.ofNullable(known.get(key(file)));
    }

    /** Notes what the file held when the document was taken from it. */
    public void remember(Path file, Fingerprint fingerprint) {
        known.put(key(file), fingerprint);
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** Looks at the file just before it is replaced, and stops that when it is not as expected. */
    private static final class Guard implements AtomicFile.Steps {
        private final Path file;
        private final Expected expected;
        private final Optional<Fingerprint> known;
        private SaveOutcome outcome = SaveOutcome.SAVED;

        Guard(Path file, Expected expected, Optional<Fingerprint> known) {
            this.file = file;
            this.expected = expected;
            this.known = known;
        }

        @Override
        public void before(AtomicFile.Step step) throws IOException {
            if (step == AtomicFile.Step.MOVE) {
                outcome = look();
                if (outcome != SaveOutcome.SAVED) {
                    throw new IOException(outcome.name());
                }
            }
        }

        private SaveOutcome look() throws IOException {
            return switch (expected) {
                case ANYTHING -> SaveOutcome.SAVED;
                case ABSENT -> Files.exists(file) ? SaveOutcome.EXISTS : SaveOutcome.SAVED;
                case AS_KNOWN -> compare(Fingerprint.of(file));
            };
        }

        private SaveOutcome compare(Optional<Fingerprint> present) {
            if (present.equals(known)) {
                return SaveOutcome.SAVED;
            }
            if (known.isEmpty()) {
                return SaveOutcome.EXISTS;
            }
            return present.isEmpty() ? SaveOutcome.VANISHED : SaveOutcome.CHANGED;
        }
    }
}
