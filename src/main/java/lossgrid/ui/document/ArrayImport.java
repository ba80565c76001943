package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.edit.Importing;
import lossgrid.model.example.ArrayChoice;
import lossgrid.model.example.RoleGuess;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Session;
import lossgrid.words.Text;

/** Imports labels and logits: from files, drops and the clipboard. All reading is done in the background. */
public final class ArrayImport {
    /**
     * Makes the document with what was read of another: nothing if labels are too many for logits to be made for them.
     */
    @FunctionalInterface
    private interface Making {
        Optional<Experiment> of(Experiment before) throws UnreadableFile;
    }

    private static final int MOST_NAMES = 3;

    private final Session session;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Background background;
    private final ClassChoices choices;
    private Runnable whenImported = () -> {};

    ArrayImport(Session session, Messages messages, Dialogs dialogs, Background background, ClassChoices choices) {
        this.session = session;
        this.messages = messages;
        this.dialogs = dialogs;
        this.background = background;
        this.choices = choices;
    }

    /** Sets the action to run when an array has become part of the document that is shown. */
    public void onImported(Runnable action) {
        whenImported = action;
    }

    void imported() {
        whenImported.run();
    }

    /** Makes a document of its own of a file, with the settings of the present one, and hands it on. */
    void open(Path file, Consumer<Experiment> then) {
        read(
                () -> ArrayFiles.open(file),
                Optional.empty(),
                (read, target) -> make(
                        read.name(),
                        switch (target) {
                            case LABELS -> labels(read, Optional.of(file));
                            case LOGITS ->
                                before -> {
                                    ArrayFiles.requireLogits(read);
                                    return Optional.of(Importing.logits(before, read.array(), read.source()));
                                };
                        },
                        made -> then.accept(made.withTitle(read.source().file()))));
    }

    /** Imports a file into the present document. */
    public void importFile(Path file, Optional<ImportTarget> target) {
        read(() -> ArrayFiles.open(file), target, (read, known) -> edit(read, known, Optional.of(file)));
    }

    /** Imports the content of a file that is none, such as the clipboard. */
    public void importContent(Callable<byte[]> content, String name, Optional<ImportTarget> target) {
        read(() -> ArrayFiles.read(content.call(), name), target, (read, known) -> edit(read, known, Optional.empty()));
    }

    /**
     * Imports labels and logits into the present document, whichever is which. Of two that can be labels alone the
     * first is imported.
     *
     * @param target what the files are meant to be, where one is imported alone
     * @param whenDone is told how many were
     */
    public void importBoth(Path first, Path second, Optional<ImportTarget> target, IntConsumer whenDone) {
        background.run(
                () -> List.of(ArrayFiles.open(first), ArrayFiles.open(second)),
                files -> one(files.getFirst(), target).ifPresent(left -> one(files.getLast(), target)
                        .ifPresent(right -> importBoth(left, right, new Pair(first, second), target, whenDone))),
                this::report);
    }

    private record Pair(Path first, Path second) {}

    private void importBoth(
            LoadedArray first, LoadedArray second, Pair files, Optional<ImportTarget> target, IntConsumer whenDone) {
        Optional<ImportTarget> ofFirst = ImportTarget.of(first);
        Optional<ImportTarget> ofSecond = ImportTarget.of(second);
        if (ofFirst.isPresent() && ofSecond.isPresent()) {
            edit(first, target.orElse(ImportTarget.LABELS), Optional.of(files.first()));
            whenDone.accept(1);
            return;
        }
        Optional<ImportTarget> known = ofFirst.isPresent() || ofSecond.isPresent()
                ? Optional.of(ofFirst.orElse(ImportTarget.LOGITS))
                : ask(first);
        known.ifPresent(is -> {
            LoadedArray labels = is == ImportTarget.LABELS ? first : second;
            LoadedArray logits = is == ImportTarget.LABELS ? second : first;
            make(
                    labels.name(),
                    before -> {
                        Experiment withLogits = before.withLogits(ArrayFiles.toLogits(logits));
                        Path file = is == ImportTarget.LABELS ? files.first() : files.second();
                        return labels(labels, Optional.of(file)).of(withLogits);
                    },
                    this::apply);
            whenDone.accept(2);
        });
    }

    /** The document with labels; their file's folder may have a number of classes of its own. */
    private Making labels(LoadedArray read, Optional<Path> file) {
        return before -> Importing.labels(
                before, read.array(), read.source(), BuiltInPalette.all(), choices.of(file, read.source()));
    }

    /** Takes another number of classes for labels that came without logits, and remembers it for their folder. */
    public void chooseClasses(int classes, List<String> names) {
        choices.choose(session.experiment().source(), classes);
        make(
                documentTitle(),
                before -> {
                    Experiment counted = Edits.apply(before, new Edit.SetClassCount(classes));
                    return Optional.of(names.isEmpty() ? counted : Edits.apply(counted, new Edit.SetClasses(names)));
                },
                made -> session.apply(new Edit.Import(made)));
    }

    /** The folder for which a number of classes is remembered, if the labels that are shown came from one. */
    public Optional<Path> folder() {
        return choices.folder(session.experiment().source());
    }

    private String documentTitle() {
        return session.experiment().title();
    }

    private void edit(LoadedArray read, ImportTarget target, Optional<Path> file) {
        make(
                read.name(),
                switch (target) {
                    case LABELS -> labels(read, file);
                    // Labels that are there stay, even if these logits do not fit them.
                    case LOGITS -> before -> Optional.of(before.withLogits(ArrayFiles.toLogits(read)));
                },
                this::apply);
    }

    private void apply(Experiment made) {
        session.apply(new Edit.Import(made));
        imported();
    }

    /** Makes a document of the present one, and of what that has become in the meantime. */
    @SuppressWarnings("ReferenceEquality") // Unchanged is the very same.
    private void make(String name, Making making, Consumer<Experiment> then) {
        Experiment before = session.experiment();
        background.run(
                () -> making.of(before),
                made -> {
                    if (session.experiment() != before) {
                        make(name, making, then);
                    } else if (made.isPresent()) {
                        then.accept(made.get());
                    } else {
                        dialogs.showError(messages.get(Text.INTAKE_FAILED), messages.get(Text.INTAKE_TOO_LARGE, name));
                    }
                },
                this::report);
    }

    private void read(
            Callable<List<LoadedArray>> reading,
            Optional<ImportTarget> target,
            BiConsumer<LoadedArray, ImportTarget> then) {
        background.run(
                reading,
                arrays -> one(arrays, target).ifPresent(read -> target.or(() -> ImportTarget.of(read))
                        .or(() -> ask(read))
                        .ifPresent(known -> then.accept(read, known))),
                this::report);
    }

    private Optional<LoadedArray> one(List<LoadedArray> arrays, Optional<ImportTarget> target) {
        if (arrays.size() == 1) {
            return Optional.of(arrays.getFirst());
        }
        int suggested = ArrayChoice.of(
                arrays.stream().map(LoadedArray::name).toList(),
                arrays.stream().map(LoadedArray::array).toList(),
                target.filter(ImportTarget.LOGITS::equals).isPresent());
        String file = arrays.getFirst().file();
        return dialogs.chooseArray(
                        file, arrays.stream().map(ArrayImport::describe).toList(), suggested)
                .map(arrays::get);
    }

    private Optional<ImportTarget> ask(LoadedArray read) {
        return dialogs.askLabelsOrLogits(describe(read), RoleGuess.of(read.array()));
    }

    private static String describe(LoadedArray read) {
        return read.name() + "  " + read.array().summary();
    }

    /** Names files that were dropped with others, and did not fit into the document with them. */
    public void sayLeft(List<String> names) {
        int more = names.size() - MOST_NAMES;
        String all = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        dialogs.showError(
                messages.get(Text.FILES_LEFT), messages.get(Text.FILES_LEFT_WHY, more > 0 ? all + " + " + more : all));
    }

    private void report(Throwable failure) {
        dialogs.showFailure(messages.get(Text.INTAKE_FAILED), failure);
    }
}
