package lossgrid.io.recovery;

import java.io.IOException;
import lossgrid.model.document.Experiment;
import org.jspecify.annotations.Nullable;

/** The one slot of this program; taken when there is first something to keep. Used by one thread at a time. */
public final class RecoveryWriter implements AutoCloseable {
    private final RecoveryStore store;
    private @Nullable RecoverySlot slot;

    public RecoveryWriter(RecoveryStore store) {
        this.store = store;
    }

    /** Keeps this document in place of the one before. */
    public void keep(RecoveryNote note, Experiment experiment) throws IOException {
        if (slot == null) {
            slot = store.claim();
        }
        slot.write(note, experiment);
    }

    /** Keeps nothing, since nothing is unsaved. */
    public void forget() throws IOException {
        if (slot != null) {
            slot.clear();
        }
    }

    /** Goes on in the slot of a program that died, whose document has been restored. */
    public void adopt(RecoverySlot leftover) throws IOException {
        close();
        slot = leftover;
    }

    /** Keeps nothing and gives up the slot: a clean end. */
    @Override
    public void close() throws IOException {
        if (slot != null) {
            slot.clear();
            slot.close();
            slot = null;
        }
    }
}
