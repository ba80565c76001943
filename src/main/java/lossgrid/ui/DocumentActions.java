package lossgrid.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lossgrid.io.AtomicFile;
import lossgrid.io.DocumentException;
import lossgrid.io.DocumentFiles;
import lossgrid.io.Lesson;
import lossgrid.model.Experiment;
import org.jspecify.annotations.Nullable;

/** Opening, saving and closing the document; nothing unsaved is dropped without asking. Files are read and written in the background. */
public final class DocumentActions {
    private final Session session;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Lesson>> shownLesson = new ReadOnlyObjectWrapper<>(Optional.empty());

    public DocumentActions(Session session, Messages messages, Dialogs dialogs, Background background) {
        this.session = session;
        this.messages = messages;
        this.dialogs = dialogs;
        this.background = background;
    }

    public void open() {
        afterSaving(() -> dialogs.chooseFileToOpen().ifPresent(this::open));
    }

    /** Opens a file, without asking about the document it replaces. */
    public void open(Path file) {
        background.run(
                () -> DocumentFiles.open(file),
                experiment -> {
                    session.open(experiment, file);
                    shownLesson.set(Optional.empty());
                },
                failure -> report(Text.OPEN_FAILED, failure));
    }

    /** Opens a lesson, after asking about unsaved changes. */
    public void open(Lesson lesson) {
        afterSaving(() -> {
            session.open(lesson.open(), null);
            shownLesson.set(Optional.of(lesson));
        });
    }

    /** The lesson that was opened last, unless a file has been since. */
    public ReadOnlyObjectProperty<Optional<Lesson>> lessonProperty() {
        return shownLesson.getReadOnlyProperty();
    }

    public void save() {
        save(DocumentActions::nothing);
    }

    public void saveAs() {
        chooseAndSave(DocumentActions::nothing);
    }

    private static void nothing() {}

    private void save(Runnable then) {
        Optional<Path> file = session.fileProperty().get();
        if (file.isPresent()) {
            write(file.get(), then);
        } else {
            chooseAndSave(then);
        }
    }

    private void chooseAndSave(Runnable then) {
        dialogs.chooseFileToSave(FileKind.DOCUMENT, plainName() + FileKind.DOCUMENT.extension())
                .map(file -> withExtension(file, FileKind.DOCUMENT))
                .ifPresent(file -> write(file, then));
    }

    private void write(Path file, Runnable then) {
        Experiment written = session.experiment();
        background.run(
                () -> {
                    DocumentFiles.save(file, written);
                    return file;
                },
                _ -> {
                    session.markSaved(written, file);
                    then.run();
                },
                failure -> report(Text.SAVE_FAILED, failure));
    }

    /** Runs {@code action} at once, or after the changes have been saved or dropped. */
    public void afterSaving(Runnable action) {
        if (!session.unsavedProperty().get()) {
            action.run();
            return;
        }
        switch (dialogs.askAboutUnsaved(documentName())) {
            case SAVE -> save(action);
            case DISCARD -> action.run();
            case CANCEL -> {}
        }
    }

    /** The file's name, or the document's title. */
    public String documentName() {
        return session.fileProperty()
                .get()
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
     * @param prepare makes the content's source on the JavaFX thread, once a file has been chosen; the content is written in the background
     */
    void export(FileKind kind, String suffix, Supplier<AtomicFile.Content> prepare) {
        dialogs.chooseFileToSave(kind, plainName() + suffix + kind.extension())
                .map(file -> withExtension(file, kind))
                .ifPresent(file -> {
                    AtomicFile.Content content = prepare.get();
                    background.run(
                            () -> {
                                DocumentFiles.write(file, content);
                                return file;
                            },
                            _ -> nothing(),
                            failure -> report(Text.EXPORT_FAILED, failure));
                });
    }

    /** Computes in the background what cannot fail, and hands it on. */
    <T> void compute(Callable<T> work, Consumer<T> done) {
        background.run(work, done, failure -> report(Text.EXPORT_FAILED, failure));
    }

    private void report(Text what, Throwable failure) {
        if (failure instanceof DocumentException bad) {
            dialogs.showError(messages.get(what), bad.getMessage());
        } else {
            throw new IllegalStateException(failure);
        }
    }
}
