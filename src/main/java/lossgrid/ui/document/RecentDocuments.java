package lossgrid.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lossgrid.io.document.RecentFiles;
import lossgrid.ui.session.Background;

/** The documents opened or saved last. Their list is read and written in the background. */
public final class RecentDocuments {
    /** A file, and whether it was there when the list was last looked at. */
    public record Entry(Path file, boolean present) {}

    private static final System.Logger LOG = System.getLogger(RecentDocuments.class.getName());

    private final Background background;
    private final Optional<RecentFiles> files;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();

    RecentDocuments(Background background, Optional<RecentFiles> files) {
        this.background = background;
        this.files = files;
    }

    public ObservableList<Entry> entries() {
        return FXCollections.unmodifiableObservableList(entries);
    }

    /** Puts a file first. */
    void add(Path file) {
        files.ifPresent(list -> update(() -> list.add(file)));
    }

    void clear() {
        files.ifPresent(list -> update(list::clear));
    }

    /** Looks again which files there are. */
    public void refresh() {
        files.ifPresent(list -> update(list::load));
    }

    private void update(Callable<List<Path>> change) {
        background.run(
                () -> change.call().stream()
                        .map(file -> new Entry(file, Files.exists(file)))
                        .toList(),
                now -> {
                    if (!now.equals(entries)) {
                        entries.setAll(now);
                    }
                },
                RecentDocuments::failed);
    }

    /** No reason to interrupt anybody. */
    private static void failed(Throwable failure) {
        if (!(failure instanceof IOException)) {
            throw new IllegalStateException(failure);
        }
        LOG.log(System.Logger.Level.WARNING, "the list of recent files", failure);
    }
}
