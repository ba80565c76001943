package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.Optional;
import lossgrid.io.document.FolderClasses;
import lossgrid.io.document.RecentFiles;
import lossgrid.io.recovery.RecoveryStore;

/** The memory of the program from one start to the next; empty where it is to leave no trace, as for a picture. */
public record PersistentState(
        Optional<RecoveryStore> recovery, Optional<RecentFiles> recent, Optional<FolderClasses> classes) {
    public static PersistentState nothing() {
        return new PersistentState(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Everything, in a folder that is made when it is needed. */
    public static PersistentState in(Path folder) {
        return new PersistentState(
                Optional.of(new RecoveryStore(folder.resolve("recovery"))),
                Optional.of(new RecentFiles(folder.resolve("recent.json"))),
                Optional.of(new FolderClasses(folder.resolve("classes.properties"))));
    }
}
