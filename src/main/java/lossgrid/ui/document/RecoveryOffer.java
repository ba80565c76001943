package lossgrid.ui.document;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
    private static final System.Logger LOG = System.getLogger(RecoveryOffer.class.getName());

    private final RecoveryStore store;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Background background;
    private final Consumer<Runnable> afterSaving;
    private final BiConsumer<Experiment, Leftover> opener;
    private final ObservableList<Leftover> waiting = FXCollections.observableArrayList();

    /** @param afterSaving runs something once the present document may be replaced */
    RecoveryOffer(
            RecoveryStore store,
            Messages messages,
            Dialogs dialogs,
            Background background,
            Consumer<Runnable> afterSaving,
            BiConsumer<Experiment, Leftover> opener) {
        this.store = store;
        this.messages = messages;
        this.dialogs = dialogs;
        this.background = background;
        this.afterSaving = afterSaving;
        this.opener = opener;
    }

    /** The leftovers that can be restored, newest first. */
    ObservableList<Leftover> waiting() {
        return FXCollections.unmodifiableObservableList(waiting);
    }

    /** Looks for leftovers, and offers them if there are any. */
    public void look() {
        background.run(store::claimLeftovers, this::found, RecoveryOffer::failed);
    }

    private void found(Found found) {
        waiting.addAll(found.leftovers());
        found.unreadable().forEach(this::tell);
        offer();
    }

    private void tell(Throwable unreadable) {
        dialogs.showFailure(messages.get(Text.RECOVERY_UNREADABLE), unreadable);
    }

    /** Offers what is waiting until there is nothing left or the user has had enough. */
    void offer() {
        while (!waiting.isEmpty()) {
            switch (dialogs.offerRecovered(List.copyOf(waiting))) {
                case Dialogs.Recovered.Restore(var leftover) -> {
                    afterSaving.accept(() -> restore(leftover));
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
                    opener.accept(experiment, leftover);
                },
                failure -> {
                    waiting.remove(leftover);
                    tell(failure);
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
