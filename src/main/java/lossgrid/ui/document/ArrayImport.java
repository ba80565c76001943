package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import lossgrid.io.intake.ArrayFileException;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.example.RoleGuess;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Session;
import lossgrid.words.Text;

/** Takes labels and logits in: from files, drops and the clipboard. All reading is done in the background. */
public final class ArrayImport {
    /** What came in, by the name of its file, and the document that it makes of another: nothing if labels are too many for logits to be made for them. */
    private record Incoming(String name, Making making) {}

    /** Takes its time for large arrays. */
    private interface Making {
        Optional<Experiment> of(Experiment before) throws ArrayFileException;
    }

    /** An array and what it is to be. */
    private record Chosen(LoadedArray read, ImportTarget target) {}

    private static final int MOST_NAMES = 3;

    private final Session session;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Background background;
    private final Consumer<Runnable> afterSaving;
    private final Runnable whenReplaced;
    private Runnable afterImport = () -> {};

    /**
     * An intake.
     *
     * @param afterSaving runs something once nothing unsaved would be lost by it
     * @param whenReplaced what to do when another document has taken the place of the present one
     */
    ArrayImport(
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
    }

    /** What to do when labels have come in. */
    public void onShown(Runnable action) {
        afterImport = action;
    }

    /** Opens a file as a document of its own, without asking about the present one, unless that changes in the meantime. */
    void open(Path file) {
        Experiment replaced = session.experiment();
        read(() -> ArrayFiles.open(file), Optional.empty(), chosen -> begin(replaced, opened(chosen)));
    }

    @SuppressWarnings("ReferenceEquality") // Unchanged is the very same.
    private void begin(Experiment replaced, Incoming incoming) {
        make(replaced, incoming, made -> {
            if (session.experiment() == replaced) {
                begin(incoming.name(), made);
            } else {
                afterSaving.accept(() -> begin(incoming.name(), made));
            }
        });
    }

    private void begin(String name, Experiment made) {
        session.restore(made.withTitle(name), null);
        whenReplaced.run();
        afterImport.run();
    }

    /** Takes a file into the present document. */
    public void take(Path file, Optional<ImportTarget> target) {
        read(() -> ArrayFiles.open(file), target, chosen -> edit(incoming(chosen)));
    }

    /** Takes the content of a file that is none, such as the clipboard. */
    public void take(Callable<byte[]> content, String name, Optional<ImportTarget> target) {
        read(() -> ArrayFiles.read(content.call(), name), target, chosen -> edit(incoming(chosen)));
    }

    /**
     * Takes labels and logits into the present document, whichever is which. Of two that can be labels alone the first is taken.
     *
     * @param target what the files are meant to be, where one is taken alone
     * @param whenImported is told how many were
     */
    public void importBoth(Path first, Path second, Optional<ImportTarget> target, IntConsumer whenImported) {
        background.run(
                () -> List.of(ArrayFiles.open(first), ArrayFiles.open(second)),
                files -> one(files.getFirst()).ifPresent(left -> one(files.getLast())
                        .ifPresent(right -> importBoth(left, right, target, whenImported))),
                this::report);
    }

    private void importBoth(
            LoadedArray first, LoadedArray second, Optional<ImportTarget> target, IntConsumer whenImported) {
        Optional<ImportTarget> ofFirst = ImportTarget.of(first);
        Optional<ImportTarget> ofSecond = ImportTarget.of(second);
        if (ofFirst.isPresent() && ofSecond.isPresent()) {
            edit(incoming(new Chosen(first, target.orElse(ImportTarget.LABELS))));
            whenImported.accept(1);
            return;
        }
        Optional<ImportTarget> known = ofFirst.isPresent() || ofSecond.isPresent()
                ? Optional.of(ofFirst.orElse(ImportTarget.LOGITS))
                : ask(first);
        known.ifPresent(is -> {
            edit(is == ImportTarget.LABELS ? both(first, second) : both(second, first));
            whenImported.accept(2);
        });
    }

    private static Incoming both(LoadedArray labels, LoadedArray logits) {
        return new Incoming(
                labels.name(),
                before -> ImportedDocument.withLabels(before.withLogits(ArrayFiles.toLogits(logits)), labels));
    }

    private static Incoming opened(Chosen chosen) {
        LoadedArray read = chosen.read();
        return switch (chosen.target()) {
            case LABELS -> incoming(chosen);
            case LOGITS -> new Incoming(read.name(), before -> Optional.of(ImportedDocument.withLogits(before, read)));
        };
    }

    /** Labels that are there stay, even if these logits do not fit them. */
    private static Incoming incoming(Chosen chosen) {
        LoadedArray read = chosen.read();
        return new Incoming(
                read.name(),
                switch (chosen.target()) {
                    case LABELS -> before -> ImportedDocument.withLabels(before, read);
                    case LOGITS -> before -> Optional.of(before.withLogits(ArrayFiles.toLogits(read)));
                });
    }

    /** What was read into a document that has changed in the meantime is put into it as it is now. */
    @SuppressWarnings("ReferenceEquality") // As above.
    private void edit(Incoming incoming) {
        Experiment before = session.experiment();
        make(before, incoming, made -> {
            if (session.experiment() == before) {
                session.apply(new Edit.Replace(made));
                afterImport.run();
            } else {
                edit(incoming);
            }
        });
    }

    private void read(Callable<List<LoadedArray>> reading, Optional<ImportTarget> target, Consumer<Chosen> then) {
        background.run(reading, arrays -> choose(arrays, target).ifPresent(then), this::report);
    }

    private Optional<LoadedArray> one(List<LoadedArray> arrays) {
        return arrays.size() == 1
                ? Optional.of(arrays.getFirst())
                : dialogs.chooseArray(arrays.stream().map(ArrayImport::describe).toList())
                        .map(arrays::get);
    }

    private Optional<Chosen> choose(List<LoadedArray> arrays, Optional<ImportTarget> target) {
        return one(arrays).flatMap(read -> target.or(() -> ImportTarget.of(read))
                .or(() -> ask(read))
                .map(known -> new Chosen(read, known)));
    }

    private Optional<ImportTarget> ask(LoadedArray read) {
        return dialogs.askLabelsOrLogits(describe(read), RoleGuess.of(read.array()));
    }

    private static String describe(LoadedArray read) {
        return read.name() + "  " + read.array().summary();
    }

    private void make(Experiment before, Incoming incoming, Consumer<Experiment> then) {
        background.run(
                () -> incoming.making().of(before),
                made -> made.ifPresentOrElse(then, () -> refuse(messages.get(Text.INTAKE_TOO_LARGE, incoming.name()))),
                this::report);
    }

    /** Names files that were dropped with others, and did not fit into the document with them. */
    public void sayLeft(List<String> names) {
        int more = names.size() - MOST_NAMES;
        String all = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        dialogs.showError(
                messages.get(Text.FILES_LEFT), messages.get(Text.FILES_LEFT_WHY, more > 0 ? all + " + " + more : all));
    }

    private void refuse(String why) {
        dialogs.showError(messages.get(Text.INTAKE_FAILED), why);
    }

    private void report(Throwable failure) {
        if (failure instanceof ArrayFileException bad) {
            refuse(String.valueOf(bad.getMessage()));
        } else {
            throw new IllegalStateException(failure);
        }
    }
}
