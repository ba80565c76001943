package lossgrid.ui.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import lossgrid.words.FigureText;

/** Short notices that something is done, and where: the window shows the last one for a while. */
public final class Notices {
    /**
     * A notice.
     *
     * @param file what was written, if anything was
     */
    public record Notice(String text, Optional<Path> file) {}

    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<Notice>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Consumer<Path>> opener = Optional.empty();

    public Notices(Messages messages) {
        this.messages = messages;
    }

    public ReadOnlyObjectProperty<Optional<Notice>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Lets folders be opened; without this there is no such offer. */
    public void openFoldersWith(Consumer<Path> shown) {
        opener = Optional.of(shown);
    }

    /** The way to show a folder on this desktop, if there is one. */
    Optional<Consumer<Path>> opener() {
        return opener;
    }

    public void dismiss() {
        last.set(Optional.empty());
    }

    /** Says that a file is written. */
    public void exported(Path file) {
        show(new Notice(messages.get(FigureText.NOTICE_EXPORTED, file), Optional.of(file)));
    }

    /** Puts a text on the clipboard. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Puts code on the clipboard and says so. */
    public void copyCode(String code) {
        copy(code);
        say(FigureText.NOTICE_COPIED_CODE, lines(code));
    }

    /** Puts a formula on the clipboard and says so. */
    public void copyLatex(String latex) {
        copy(latex);
        say(FigureText.NOTICE_COPIED_LATEX, lines(latex));
    }

    private static int lines(String text) {
        return Math.toIntExact(text.lines().count());
    }

    public void say(FigureText text, Object... arguments) {
        show(new Notice(messages.get(text, arguments), Optional.empty()));
    }

    /** The same notice again is a new one: what was done is done once more. */
    private void show(Notice notice) {
        last.set(Optional.empty());
        last.set(Optional.of(notice));
    }
}
