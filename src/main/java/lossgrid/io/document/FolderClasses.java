package lossgrid.io.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import lossgrid.io.disk.PropertiesFile;
import lossgrid.io.disk.StateFolder;

/** The number of classes that was chosen for the masks of a folder, in a file that all programs of the user share. */
public final class FolderClasses {
    /** No more than these are remembered. */
    static final int MOST = 200;

    private static final System.Logger LOG = System.getLogger(FolderClasses.class.getName());

    private final Path file;

    /** The numbers in {@code file}, which is made when it is needed. */
    public FolderClasses(Path file) {
        this.file = file;
    }

    /** The number chosen for a folder. What cannot be read was never chosen: nothing depends on it. */
    public OptionalInt of(Path folder) {
        String chosen = read().get(key(folder));
        try {
            int classes = chosen == null ? 0 : Integer.parseInt(chosen);
            return classes < 1 ? OptionalInt.empty() : OptionalInt.of(classes);
        } catch (NumberFormatException broken) {
            return OptionalInt.empty();
        }
    }

    /** Remembers the number for a folder. Read anew each time, since another program may have added to the file. */
    public void remember(Path folder, int classes) throws IOException {
        Map<String, String> all = new TreeMap<>(read());
        all.put(key(folder), Integer.toString(classes));
        for (String other : read().keySet()) {
            if (all.size() > MOST && !other.equals(key(folder))) {
                all.remove(other);
            }
        }
        StateFolder.create(file.toAbsolutePath().resolveSibling(""));
        PropertiesFile.write(file, all);
    }

    private Map<String, String> read() {
        try {
            return PropertiesFile.read(file);
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "no numbers of classes in " + file, broken);
            return Map.of();
        }
    }

    private static String key(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
