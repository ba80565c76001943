package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.document.KnownFiles;
import lossgrid.io.document.KnownFiles.Expected;
import lossgrid.io.document.Lesson;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.document.Experiment;
import lossgrid.model.example.BlankExperiment;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Origin;
import lossgrid.ui.session.Session;
import lossgrid.words.Text;
import lossgrid.words.TextKey;
import org.jspecify.annotations.Nullable;

/**
 * Opening, saving, recovering and closing the document; nothing unsaved is dropped, and nobody else's changes are
 * overwritten, without asking. Files are read and written in the background.
 */
public final class DocumentActions {
    /** A document on its way to a file, and what is to be done when it is there. */
    private record Saving(
            Experiment experiment, int opening, @Nullable Runnable then) {}

    private final Session session;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Background background;
    private final KnownFiles files = new KnownFiles();
    private final RecentDocuments recents;
    private final ArrayImport intake;
    private final Optional<AutoSave> recovery;
    private final Optional<RecoveryOffer> offer;

    /** Actions that leave no trace beside the documents. */
    public DocumentActions(Session session, Messages messages, Dialogs dialogs, Background background) {
        this(session, messages, dialogs, background, PersistentState.nothing());
    }

    public DocumentActions(
            Session session,
            Messages messages,
            Dialogs dialogs,
            Background background,
            PersistentState persistentState) {
        this.session = session;
        this.messages = messages;
        this.dialogs = dialogs;
        this.background = background;
        intake = new ArrayImport(
                session, messages, dialogs, background, new ClassChoices(persistentState.classes(), background));
        recents = new RecentDocuments(background, persistentState.recent());
        recovery = persistentState
                .recovery()
                .map(store -> new AutoSave(session, this::documentName, files, background, store));
        offer = persistentState
                .recovery()
                .map(store ->
                        new RecoveryOffer(store, messages, dialogs, background, this::afterSaving, this::openRestored));
    }

    public ArrayImport intake() {
        return intake;
    }

    /** Asks for a file with what the present document lacks. */
    public void openFor(ImportTarget missing) {
        dialogs.chooseFileToOpen().ifPresent(file -> intake.importFile(file, Optional.of(missing)));
    }

    public RecentDocuments recents() {
        return recents;
    }

    public Optional<AutoSave> recovery() {
        return recovery;
    }

    public Optional<RecoveryOffer> offer() {
        return offer;
    }

    public void open() {
        afterSaving(() -> dialogs.chooseFileToOpen().ifPresent(this::open));
    }

    /** As {@link #open(Path)}, after asking about unsaved changes. */
    public void openRecent(Path file) {
        afterSaving(() -> open(file));
    }

    /**
     * Opens a document, or labels as a document of their own, without asking about the document it replaces, unless
     * that changes in the meantime.
     */
    public void open(Path file) {
        Experiment replaced = session.experiment();
        compute(() -> ArrayFiles.isArray(file), isArray -> {
            if (isArray) {
                openArray(file, replaced);
            } else {
                openDocument(file, replaced);
            }
        });
    }

    private void openArray(Path file, Experiment replaced) {
        intake.open(
                file,
                made -> unlessChanged(replaced, () -> {
                    session.open(made);
                    intake.imported();
                }));
    }

    private void openDocument(Path file, Experiment replaced) {
        background.run(
                () -> files.open(file),
                experiment -> unlessChanged(replaced, () -> {
                    session.open(experiment, Origin.of(file));
                    recents.add(file);
                }),
                failure -> {
                    recents.refresh();
                    report(Text.OPEN_FAILED, failure);
                });
    }

    @SuppressWarnings("ReferenceEquality") // Unchanged is the very same.
    private void unlessChanged(Experiment replaced, Runnable action) {
        if (session.experiment() == replaced) {
            action.run();
        } else {
            afterSaving(action);
        }
    }

    /** Opens a lesson, after asking about unsaved changes. */
    public void open(Lesson lesson) {
        afterSaving(() -> session.open(lesson.open(), Origin.of(lesson)));
    }

    /** Opens a small document of zeros, after asking about unsaved changes. */
    public void openNew() {
        openMade(BlankExperiment.of(messages.get(Text.UNTITLED)));
    }

    /** Opens a document that comes from no file, after asking about unsaved changes. */
    public void openMade(Experiment experiment) {
        afterSaving(() -> session.open(experiment));
    }

    private void openRestored(Experiment experiment, Leftover from) {
        Optional<Path> file = from.note().file();
        file.ifPresent(path -> from.note().fingerprint().ifPresent(print -> files.remember(path, print)));
        session.open(experiment, Origin.unsaved(file));
        recovery.ifPresent(own -> own.adopt(from.slot()));
    }

    public void save() {
        save(saving(null));
    }

    public void saveAs() {
        chooseAndSave(saving(null));
    }

    private Saving saving(@Nullable Runnable then) {
        return new Saving(session.experiment(), session.frame().opening(), then);
    }

    private void save(Saving saving) {
        Optional<Path> file = session.frame().file();
        if (file.isPresent()) {
            write(file.get(), saving, Expected.AS_KNOWN);
        } else {
            chooseAndSave(saving);
        }
    }

    private void chooseAndSave(Saving saving) {
        dialogs.chooseFileToSave(FileKind.DOCUMENT, plainName() + FileKind.DOCUMENT.extension())
                .ifPresent(chosen -> {
                    Path file = withExtension(chosen, FileKind.DOCUMENT);
                    // The chooser has asked about the file chosen, not about the one with an extension added.
                    write(file, saving, file.equals(chosen) ? Expected.ANYTHING : Expected.ABSENT);
                });
    }

    private void write(Path file, Saving saving, Expected expected) {
        background.run(
                () -> files.save(file, saving.experiment(), expected),
                outcome -> {
                    switch (outcome) {
                        case SAVED -> saved(file, saving);
                        case CHANGED, VANISHED, EXISTS -> ask(file, saving, outcome);
                    }
                },
                failure -> report(Text.SAVE_FAILED, failure));
    }

    private void saved(Path file, Saving saving) {
        recents.add(file);
        if (session.frame().opening() != saving.opening()) {
            return;
        }
        session.markSaved(saving.experiment(), file);
        if (saving.then() != null) {
            afterSaving(saving.then());
        }
    }

    private void ask(Path file, Saving saving, SaveOutcome why) {
        switch (dialogs.askAboutChange(String.valueOf(file.getFileName()), why)) {
            case OVERWRITE -> write(file, saving, Expected.ANYTHING);
            case SAVE_AS -> chooseAndSave(saving);
            case RELOAD -> afterSavingAnother(saving, () -> open(file));
            case CANCEL -> {}
        }
    }

    /** To reload is to drop the changes, but not those of a document opened since. */
    private void afterSavingAnother(Saving saving, Runnable action) {
        if (session.frame().opening() == saving.opening()) {
            action.run();
        } else {
            afterSaving(action);
        }
    }

    /** Runs {@code action} at once, or after the changes have been saved or dropped. */
    public void afterSaving(Runnable action) {
        if (!session.frame().isUnsaved()) {
            action.run();
            return;
        }
        switch (dialogs.askAboutUnsaved(documentName(), session.frame().file().isPresent())) {
            case SAVE -> save(saving(action));
            case DISCARD -> action.run();
            case CANCEL -> {}
        }
    }

    /** The window is closed: what is kept for a crash goes. */
    public void close() {
        recovery.ifPresent(AutoSave::close);
        offer.ifPresent(RecoveryOffer::close);
    }

    /** The file's name, or the document's title. */
    public String documentName() {
        return session.frame()
                .file()
                .map(Path::getFileName)
                .map(Path::toString)
                .orElseGet(() -> session.experiment().title().isBlank()
                        ? messages.get(Text.UNTITLED)
                        : session.experiment().title());
    }

    /** A file's name for this document, without any extension. */
    private String plainName() {
        String plain = documentName().strip().replaceAll("[^\\p{L}\\p{N}.-]+", "-");
        String extension = FileKind.DOCUMENT.extension();
        return plain.endsWith(extension) ? plain.substring(0, plain.length() - extension.length()) : plain;
    }

    private static Path withExtension(Path file, FileKind kind) {
        @Nullable Path name = file.getFileName();
        return name == null || name.toString().contains(".") ? file : file.resolveSibling(name + kind.extension());
    }

    /**
     * Asks for a file of this kind and writes something that is no document.
     *
     * @param suffix what follows the document's name in the name suggested
     * @param prepare makes the content's source on the JavaFX thread, once a file has been chosen; the content is
     *     written in the background
     */
    public void export(FileKind kind, String suffix, Supplier<AtomicFile.Content> prepare) {
        dialogs.chooseFileToSave(kind, plainName() + suffix + kind.extension())
                .map(file -> withExtension(file, kind))
                .ifPresent(file -> {
                    AtomicFile.Content content = prepare.get();
                    background.run(
                            () -> {
                                DocumentFiles.write(file, content);
                                return file;
                            },
                            _ -> {},
                            failure -> report(Text.EXPORT_FAILED, failure));
                });
    }

    /** Computes in the background what cannot fail, and hands it on. */
    public <T> void compute(Callable<T> work, Consumer<T> done) {
        background.run(work, done, failure -> report(Text.EXPORT_FAILED, failure));
    }

    private void report(TextKey what, Throwable failure) {
        dialogs.showFailure(messages.get(what), failure);
    }
}
