package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.Optional;
import lossgrid.io.document.RecentFiles;
import lossgrid.io.recovery.RecoveryStore;

/** What the program remembers from one start to the next; empty where it is to leave no trace, as for a picture. */
public record Keeping(Optional<RecoveryStore> recovery, Optional<RecentFiles> recent) {
    public static Keeping nothing() {
        return new Keeping(Optional.empty(), Optional.empty());
    }

    /** Everything, in a folder that is made when it is needed. */
    public static Keeping in(Path folder) {
        return new Keeping(
                Optional.of(new RecoveryStore(folder.resolve("recovery"))),
                Optional.of(new RecentFiles(folder.resolve("recent.json"))));
    }
}
