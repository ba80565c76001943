package lossgrid.model.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import lossgrid.model.document.Experiment;
import org.jspecify.annotations.Nullable;

/** The documents before and after the present one. Undo is an older document, so it cannot drift from what edits do. */
public final class History {
    /** A stretch of edits that undo takes back as one step, such as a drag. Compared by identity. */
    public static final class Gesture {}

    private static final int MAX_STEPS = 1_000;

    /** The most bytes that the steps of one history may keep: a cell of a large grid costs its plane. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final long mostBytes;
    private final Deque<Experiment> past = new ArrayDeque<>();
    private final Deque<Experiment> future = new ArrayDeque<>();
    private Experiment present;
    private @Nullable Gesture gesture;

    public History(Experiment present) {
        this(present, MOST_BYTES);
    }

    /** @param mostBytes what the steps may keep beside the present document; the last one is kept in any case */
    History(Experiment present, long mostBytes) {
        this.present = present;
        this.mostBytes = mostBytes;
    }

    public Experiment present() {
        return present;
    }

    /** Applies {@code edit} as a step of its own. An edit that changes nothing is not a step. */
    public Experiment apply(Edit edit) {
        return apply(edit, null);
    }

    /** Applies {@code edit}; joins the step before if that belongs to the same gesture. */
    @SuppressWarnings("ReferenceEquality") // Edits give back the very same document when nothing changes.
    public Experiment apply(Edit edit, @Nullable Gesture of) {
        Experiment next = Edits.apply(present, edit);
        if (next == present) {
            return present;
        }
        boolean joins = of != null && of == gesture;
        if (!joins) {
            past.push(present);
        }
        future.clear();
        gesture = of;
        present = next;
        dropOldest();
        return present;
    }

    private void dropOldest() {
        int steps = 0;
        long bytes = 0;
        Experiment newer = present;
        for (Experiment older : past) {
            bytes += older.logits().bytesApartFrom(newer.logits())
                    + older.labels().bytesApartFrom(newer.labels());
            if (steps == MAX_STEPS || (steps > 0 && bytes > mostBytes)) {
                break;
            }
            steps++;
            newer = older;
        }
        while (past.size() > steps) {
            past.removeLast();
        }
    }

    /** Takes back what this gesture has done, as if it had never been; does nothing once another step has followed. */
    @SuppressWarnings("ReferenceEquality") // Gestures are compared by identity.
    public Experiment cancel(Gesture of) {
        if (of == gesture && !past.isEmpty()) {
            present = past.pop();
            gesture = null;
        }
        return present;
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** Steps back, or stays where there is nothing to undo. */
    public Experiment undo() {
        return move(past, future);
    }

    /** Steps forward again, or stays where there is nothing to redo. */
    public Experiment redo() {
        return move(future, past);
    }

    private Experiment move(Deque<Experiment> from, Deque<Experiment> to) {
        gesture = null;
        if (!from.isEmpty()) {
            to.push(present);
            present = from.pop();
        }
        return present;
    }
}
