package lossgrid.ui.document;

import java.io.IOException;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lossgrid.io.document.DocumentException;
import lossgrid.io.recovery.RecoverySlot;
import lossgrid.io.recovery.RecoveryStore;
import lossgrid.io.recovery.RecoveryStore.Found;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.document.Experiment;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.Background;
import lossgrid.words.Text;

/** Offers what programs that died have left unsaved. What is neither restored nor discarded stays for later. */
public final class RecoveryOffer {
    /** Opens what was restored. */
    @FunctionalInterface
    interface Opener {
        void open(Experiment experiment, Leftover from);
    }

    /** Runs something once the present document may be replaced. */
    @FunctionalInterface
    interface Gate {
        void pass(Runnable action);
    }

    private static final System.Logger LOG = System.getLogger(RecoveryOffer.class.getName());

    private final RecoveryStore store;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Background background;
    private final Gate gate;
    private final Opener opener;
    private final ObservableList<Leftover> waiting = FXCollections.observableArrayList();

    RecoveryOffer(
            RecoveryStore store, Messages messages, Dialogs dialogs, Background background, Gate gate, Opener opener) {
        this.store = store;
        this.messages = messages;
        this.dialogs = dialogs;
        this.background = background;
        this.gate = gate;
        this.opener = opener;
    }

    /** What can be restored, newest first. */
    ObservableList<Leftover> waiting() {
        return FXCollections.unmodifiableObservableList(waiting);
    }

    /** Looks for leftovers, and offers them if there are any. */
    public void look() {
        background.run(store::claimLeftovers, this::found, RecoveryOffer::failed);
    }

    private void found(Found found) {
        waiting.addAll(found.leftovers());
        for (DocumentException unreadable : found.unreadable()) {
            tell(unreadable);
        }
        offer();
    }

    private void tell(DocumentException unreadable) {
        dialogs.showError(messages.get(Text.RECOVERY_UNREADABLE), unreadable.getMessage());
    }

    /** Offers what is waiting until there is nothing left or the user has had enough. */
    void offer() {
        while (!waiting.isEmpty()) {
            switch (dialogs.offerRecovered(List.copyOf(waiting))) {
                case Dialogs.Recovered.Restore(var leftover) -> {
                    gate.pass(() -> restore(leftover));
                    return;
                }
                case Dialogs.Recovered.Discard(var leftover) -> discard(leftover);
                case Dialogs.Recovered.Later() -> {
                    return;
                }
            }
        }
    }

    private void restore(Leftover leftover) {
        background.run(
                leftover.slot()::read,
                experiment -> {
                    waiting.remove(leftover);
                    opener.open(experiment, leftover);
                },
                failure -> {
                    if (!(failure instanceof DocumentException unreadable)) {
                        throw new IllegalStateException(failure);
                    }
                    waiting.remove(leftover);
                    tell(unreadable);
                });
    }

    private void discard(Leftover leftover) {
        waiting.remove(leftover);
        background.run(
                () -> {
                    leftover.slot().clear();
                    leftover.slot().close();
                    return leftover;
                },
                _ -> {},
                RecoveryOffer::failed);
    }

    private static void failed(Throwable failure) {
        if (!(failure instanceof IOException)) {
            throw new IllegalStateException(failure);
        }
        LOG.log(System.Logger.Level.WARNING, "recovery files", failure);
    }

    /** Leaves what is waiting to another start. */
    void close() {
        List<RecoverySlot> slots = waiting.stream().map(Leftover::slot).toList();
        waiting.clear();
        background.run(
                () -> {
                    for (RecoverySlot slot : slots) {
                        slot.close();
                    }
                    return slots;
                },
                _ -> {},
                RecoveryOffer::failed);
    }
}
