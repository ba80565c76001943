package lossgrid.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import lossgrid.core.Tensor;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.IntakeException;
import lossgrid.io.intake.ReadArray;
import lossgrid.model.Edit;
import lossgrid.model.Experiment;
import org.jspecify.annotations.Nullable;

/** Takes labels and logits in: from files, drops and the clipboard. All reading is done in the background. */
final class Intake {
    /** An array and what it is to be. */
    private record Known(ReadArray read, IntakeTarget target) {}

    private final Session session;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Background background;
    private final Consumer<Runnable> afterSaving;
    private final ReadOnlyBooleanWrapper examples = new ReadOnlyBooleanWrapper();
    private @Nullable Tensor made;
    private final Runnable whenReplaced;
    private Runnable whenShown = () -> {};

    /**
     * An intake.
     *
     * @param afterSaving runs something once nothing unsaved would be lost by it
     * @param whenReplaced what to do when another document has taken the place of the present one
     */
    Intake(
            Session session,
            Messages messages,
            Dialogs dialogs,
            Background background,
            Consumer<Runnable> afterSaving,
            Runnable whenReplaced) {
        this.session = session;
        this.messages = messages;
        this.dialogs = dialogs;
        this.background = background;
        this.afterSaving = afterSaving;
        this.whenReplaced = whenReplaced;
        session.analysisProperty().subscribe(this::followLogits);
    }

    /** What to do when labels have come in. */
    void onShown(Runnable action) {
        whenShown = action;
    }

    /** Whether the present logits were made for the labels, since none had come with them. */
    ReadOnlyBooleanProperty examplesProperty() {
        return examples.getReadOnlyProperty();
    }

    @SuppressWarnings("ReferenceEquality") // The very tensor that was made.
    private void followLogits() {
        examples.set(session.experiment().logits() == made);
    }

    /** After an edit that cuts example logits they are examples still. */
    void keepExamples(Runnable edit) {
        boolean were = examples.get();
        edit.run();
        if (were) {
            made = session.experiment().logits();
            followLogits();
        }
    }

    /** Opens a file as a document of its own, without asking about the present one, unless that changes in the meantime. */
    void open(Path file) {
        Experiment replaced = session.experiment();
        read(() -> ArrayFiles.open(file), Optional.empty(), taken -> begin(replaced, taken));
    }

    @SuppressWarnings("ReferenceEquality") // Unchanged is the very same.
    private void begin(Experiment replaced, Known known) {
        make(replaced, known, taken -> {
            if (session.experiment() == replaced) {
                begin(known, taken);
            } else {
                afterSaving.accept(() -> begin(known, taken));
            }
        });
    }

    private void begin(Known known, IntakeDocument.Taken taken) {
        session.restore(taken.experiment().withTitle(known.read().name()), null);
        whenReplaced.run();
        shown(taken);
    }

    /** Takes a file into the present document. */
    void take(Path file, Optional<IntakeTarget> target) {
        read(() -> ArrayFiles.open(file), target, this::edit);
    }

    /** Takes the content of a file that is none, such as the clipboard. */
    void take(Callable<byte[]> content, String name, Optional<IntakeTarget> target) {
        read(() -> ArrayFiles.read(content.call(), name), target, this::edit);
    }

    /** What was read into a document that has changed in the meantime is put into it as it is now. */
    @SuppressWarnings("ReferenceEquality") // As above.
    private void edit(Known known) {
        Experiment before = session.experiment();
        make(before, known, taken -> {
            if (session.experiment() == before) {
                session.apply(new Edit.Replace(taken.experiment()));
                shown(taken);
            } else {
                edit(known);
            }
        });
    }

    private void read(Callable<List<ReadArray>> reading, Optional<IntakeTarget> target, Consumer<Known> then) {
        background.run(reading, arrays -> choose(arrays, target).ifPresent(then), this::report);
    }

    private Optional<Known> choose(List<ReadArray> arrays, Optional<IntakeTarget> target) {
        Optional<ReadArray> chosen = Optional.of(arrays.getFirst());
        if (arrays.size() > 1) {
            chosen = dialogs.chooseArray(arrays.stream().map(Intake::describe).toList())
                    .map(arrays::get);
        }
        return chosen.flatMap(read -> target.or(() -> IntakeTarget.of(read))
                .or(() -> dialogs.askLabelsOrLogits(describe(read)))
                .map(known -> new Known(read, known)));
    }

    private static String describe(ReadArray read) {
        return read.name() + "  " + StepRow.facts(read.array());
    }

    private void make(Experiment before, Known known, Consumer<IntakeDocument.Taken> then) {
        ReadArray read = known.read();
        switch (known.target()) {
            case LABELS ->
                background.run(
                        () -> IntakeDocument.withLabels(before, read),
                        taken -> taken.ifPresentOrElse(
                                then, () -> refuse(messages.get(Text.INTAKE_TOO_LARGE, read.name()))),
                        this::report);
            case LOGITS ->
                background.run(
                        () -> new IntakeDocument.Taken(
                                IntakeDocument.withLogits(before, ArrayFiles.toLogits(read)), false),
                        then,
                        this::report);
        }
    }

    private void shown(IntakeDocument.Taken taken) {
        if (taken.areExamples()) {
            made = session.experiment().logits();
        }
        followLogits();
        whenShown.run();
    }

    private void refuse(String why) {
        dialogs.showError(messages.get(Text.INTAKE_FAILED), why);
    }

    private void report(Throwable failure) {
        if (failure instanceof IntakeException bad) {
            refuse(String.valueOf(bad.getMessage()));
        } else {
            throw new IllegalStateException(failure);
        }
    }
}
