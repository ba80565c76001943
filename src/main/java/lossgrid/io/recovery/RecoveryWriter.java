package lossgrid.io.recovery;

import java.io.IOException;
import lossgrid.model.document.Experiment;
import org.jspecify.annotations.Nullable;

/** The one slot of this program, claimed when there is first something to keep. Used by one thread at a time. */
public final class RecoveryWriter implements AutoCloseable {
    private final RecoveryStore store;
    private @Nullable RecoverySlot slot;

    public RecoveryWriter(RecoveryStore store) {
        this.store = store;
    }

    /** Keeps this document instead of the one before. */
    public void keep(RecoveryNote note, Experiment experiment) throws IOException {
        if (slot == null) {
            slot = store.claim();
        }
        slot.write(note, experiment);
    }

    /** Empties the slot, since nothing is unsaved. */
    public void forget() throws IOException {
        if (slot != null) {
            slot.clear();
        }
    }

    /** Continues in the slot of a program that died, whose document has been restored. */
    public void adopt(RecoverySlot leftover) throws IOException {
        close();
        slot = leftover;
    }

    /** Empties and releases the slot at a clean end. */
    @Override
    public void close() throws IOException {
        if (slot != null) {
            slot.clear();
            slot.close();
            slot = null;
        }
    }
}
