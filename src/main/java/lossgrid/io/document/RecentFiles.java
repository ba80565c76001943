package lossgrid.io.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.StateFolder;
import lossgrid.io.json.JsonBinding;
import lossgrid.io.json.JsonLayout;
import tools.jackson.core.type.TypeReference;

/** The documents opened or saved last, newest first, in a file that all programs of the user share. */
public final class RecentFiles {
    /** No more than these are remembered. */
    public static final int MOST = 10;

    private static final System.Logger LOG = System.getLogger(RecentFiles.class.getName());

    private final Path list;

    /** A list in the file {@code list}, which is made when it is needed. */
    public RecentFiles(Path list) {
        this.list = list;
    }

    /** The files, as absolute paths. A list that cannot be read is an empty one: nothing depends on it. */
    public List<Path> load() {
        if (!Files.exists(list)) {
            return List.of();
        }
        try {
            List<Path> files = JsonBinding.RECORDS.read(Files.readAllBytes(list), new TypeReference<>() {});
            return files.stream().distinct().limit(MOST).toList();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "no recent files in " + list, broken);
            return List.of();
        }
    }

    /** Puts {@code file} first. Read anew each time, since another program may have added to the list. */
    public List<Path> add(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        return store(Stream.concat(Stream.of(absolute), load().stream().filter(other -> !other.equals(absolute)))
                .limit(MOST)
                .toList());
    }

    public List<Path> clear() throws IOException {
        return store(List.of());
    }

    private List<Path> store(List<Path> files) throws IOException {
        StateFolder.create(list.toAbsolutePath().resolveSibling(""));
        AtomicFile.replace(list, out -> JsonBinding.RECORDS.write(out, JsonLayout.lines(), files));
        return files;
    }
}
