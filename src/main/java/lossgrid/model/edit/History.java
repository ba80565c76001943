package lossgrid.model.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lossgrid.model.document.Experiment;
import org.jspecify.annotations.Nullable;

/** The documents before and after the present one. Undo is an older document, so it cannot drift from what edits do. */
public final class History {
    /** A stretch of edits that undo takes back as one step, such as a drag. Compared by identity. */
    public static final class Gesture {}

    /** A document that undo or redo leads to, and the edit between it and the one nearer to the present. */
    private record Step(Experiment document, Edit edit, boolean hasMore) {
        Step with(Experiment other) {
            return new Step(other, edit, hasMore);
        }

        /** What an edit of many cells keeps; the arrays of other edits are the document's own. */
        long editBytes() {
            return edit instanceof Edit.SetCells cells && cells.cells().size() > 1
                    ? (long) BYTES_A_CELL * cells.cells().size()
                    : 0;
        }

        /** This step with one more edit of its gesture. */
        Step joined(Edit next) {
            boolean isOfKind = edit.getClass().equals(next.getClass());
            return new Step(document, isOfKind ? next : edit, hasMore || !isOfKind || !isOfSameCells(edit, next));
        }

        private static boolean isOfSameCells(Edit one, Edit other) {
            return !(one instanceof Edit.SetCells a)
                    || !(other instanceof Edit.SetCells b)
                    || (a.array() == b.array() && a.cells().equals(b.cells()));
        }
    }

    /** Of an edit: its index and its value. */
    private static final int BYTES_A_CELL = Integer.BYTES + Long.BYTES;

    private static final int MAX_STEPS = 1_000;

    /** The most bytes that the steps of one history may keep: a cell of a large grid costs its plane. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final long mostBytes;
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
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
        past.push(joins ? past.pop().joined(edit) : new Step(present, edit, false));
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
        for (Step step : past) {
            Experiment older = step.document();
            bytes += step.editBytes()
                    + older.logits().bytesApartFrom(newer.logits())
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
            present = past.pop().document();
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

    /** The step that undo takes back. */
    public Optional<Change> undoes() {
        return Optional.ofNullable(past.peek())
                .map(step -> new Change(step.edit(), step.hasMore(), step.document(), present));
    }

    /** The step that redo does again. */
    public Optional<Change> redoes() {
        return Optional.ofNullable(future.peek())
                .map(step -> new Change(step.edit(), step.hasMore(), present, step.document()));
    }

    /**
     * Exchanges every document of this history for another that says the same, such as in another language; that is
     * not a step.
     */
    public void replaceAll(UnaryOperator<Experiment> replacement) {
        present = replacement.apply(present);
        replace(past, replacement);
        replace(future, replacement);
    }

    private static void replace(Deque<Step> steps, UnaryOperator<Experiment> replacement) {
        List<Step> replaced = steps.stream()
                .map(step -> step.with(replacement.apply(step.document())))
                .toList();
        steps.clear();
        steps.addAll(replaced);
    }

    /** Steps back, or stays where there is nothing to undo. */
    public Experiment undo() {
        return move(past, future);
    }

    /** Steps forward again, or stays where there is nothing to redo. */
    public Experiment redo() {
        return move(future, past);
    }

    private Experiment move(Deque<Step> from, Deque<Step> to) {
        gesture = null;
        if (!from.isEmpty()) {
            Step step = from.pop();
            to.push(step.with(present));
            present = step.document();
        }
        return present;
    }
}
