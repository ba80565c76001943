package lossgrid.ui.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import lossgrid.io.disk.Fingerprint;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.KnownFiles;
import lossgrid.io.recovery.RecoveryNote;
import lossgrid.io.recovery.RecoverySlot;
import lossgrid.io.recovery.RecoveryStore;
import lossgrid.io.recovery.RecoveryWriter;
import lossgrid.model.document.Experiment;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is not saved in a recovery file: written in the background soon after each change, one write for a burst
 * of changes, and removed when nothing is unsaved. A failure disturbs nobody: it is a {@link #problemProperty}.
 */
public final class AutoSave {
    private static final System.Logger LOG = System.getLogger(AutoSave.class.getName());
    /** So much may be lost. A burst is not waited out, since a long drag is one. */
    private static final Duration DELAY = Duration.millis(300);

    private static final Duration UNTIL_RETRY = Duration.seconds(30);

    private final Session session;
    private final Supplier<String> name;
    private final KnownFiles known;
    private final Background background;
    private final Background.Newest writes;
    /** Touched in the background alone. */
    private final RecoveryWriter own;

    private final PauseTransition delay = new PauseTransition(DELAY);
    private final PauseTransition retry = new PauseTransition(UNTIL_RETRY);
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Experiment kept;
    private Optional<Path> keptFile = Optional.empty();
    private boolean holdsSomething;

    AutoSave(Session session, Supplier<String> name, KnownFiles known, Background background, RecoveryStore store) {
        this.session = session;
        this.name = name;
        this.known = known;
        this.background = background;
        writes = background.newest();
        own = new RecoveryWriter(store);
        delay.setOnFinished(_ -> keep());
        retry.setOnFinished(_ -> changed());
        session.follow(Function.identity(), this::changed);
    }

    /** The reason why the recovery file cannot be written, while that is so. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void changed() {
        if (!session.frame().isUnsaved()) {
            delay.stop();
            retry.stop();
            forget();
        } else if (delay.getStatus() != Animation.Status.RUNNING) {
            delay.playFromStart();
        }
    }

    @SuppressWarnings("ReferenceEquality") // The very document that was kept needs no second write.
    private void keep() {
        Experiment present = session.experiment();
        Optional<Path> file = session.frame().file();
        if (!session.frame().isUnsaved() || (present == kept && file.equals(keptFile))) {
            return;
        }
        kept = present;
        keptFile = file;
        holdsSomething = true;
        String title = name.get();
        writes.run(
                () -> {
                    Optional<Fingerprint> inFile = file.flatMap(known::fingerprint);
                    own.keep(new RecoveryNote(Instant.now(), title, file, inFile), present);
                    return present;
                },
                _ -> problem.set(Optional.empty()),
                this::failed);
    }

    private void forget() {
        if (!holdsSomething) {
            return;
        }
        holdsSomething = false;
        kept = null;
        writes.run(
                () -> {
                    own.forget();
                    return own;
                },
                _ -> problem.set(Optional.empty()),
                this::failed);
    }

    private void failed(Throwable failure) {
        if (!(failure instanceof IOException reason)) {
            throw new IllegalStateException(failure);
        }
        LOG.log(System.Logger.Level.WARNING, "the recovery file cannot be written", failure);
        kept = null;
        problem.set(Optional.of(UnreadableFile.reason(reason)));
        retry.playFromStart();
    }

    /** Goes on in the slot that the present document has been restored from. */
    void adopt(RecoverySlot slot) {
        kept = session.experiment();
        keptFile = session.frame().file();
        holdsSomething = true;
        background.run(
                () -> {
                    own.adopt(slot);
                    return slot;
                },
                _ -> {},
                this::failed);
    }

    /** Ends cleanly: nothing is to be offered at the next start. */
    void close() {
        delay.stop();
        retry.stop();
        background.run(
                () -> {
                    own.close();
                    return own;
                },
                _ -> {},
                failure -> LOG.log(System.Logger.Level.WARNING, "the recovery file stays", failure));
    }
}
