package lossgrid.app.check;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.FileExtensions;

/**
 * Walks files and folders one after the other, each folder by name, and keeps only the names in the folders it is in.
 * Links are followed, but never in a circle; names that begin with a dot are skipped.
 */
final class MaskTree implements Iterator<MaskTree.Item> {
    /** An item of the walk. */
    sealed interface Item {
        Path path();

        /**
         * A file to read.
         *
         * @param isNamed whether it was named by the user, not found in a folder
         */
        record MaskFile(Path path, boolean isNamed) implements Item {}

        /** A file of a folder that is not an array. */
        record Other(Path path) implements Item {}

        /** A folder whose files come next, unless the walk is already in it. */
        record Folder(Path path) implements Item {}

        /** A folder that cannot be read. */
        record Closed(Path path, String reason) implements Item {}
    }

    private record Level(Path realPath, Iterator<Path> entries) {}

    private final Iterator<Path> roots;
    private final Deque<Level> levels = new ArrayDeque<>();

    MaskTree(List<Path> roots) {
        this.roots = roots.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!levels.isEmpty() && !levels.getLast().entries().hasNext()) {
            levels.removeLast();
        }
        return !levels.isEmpty() || roots.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        boolean isNamed = levels.isEmpty();
        Path path = isNamed ? roots.next() : levels.getLast().entries().next();
        if (Files.isDirectory(path)) {
            return isNamed || !isHidden(path) ? enter(path) : new Item.Other(path);
        }
        return isNamed || isMask(path) ? new Item.MaskFile(path, isNamed) : new Item.Other(path);
    }

    private Item enter(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (levels.stream().anyMatch(level -> level.realPath().equals(real))) {
                return new Item.Folder(folder);
            }
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (DirectoryIteratorException broken) {
                throw broken.getCause();
            }
            entries.sort(null);
            levels.add(new Level(real, entries.iterator()));
        } catch (IOException broken) {
            return new Item.Closed(folder, UnreadableFile.reason(broken));
        }
        return new Item.Folder(folder);
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean isMask(Path file) {
        if (isHidden(file) || !Files.isRegularFile(file)) {
            return false;
        }
        boolean hasNoEnding = FileExtensions.of(file.getFileName().toString()).isEmpty();
        return FileExtensions.isArray(file) || (hasNoEnding && ArrayFiles.beginsAsArray(file));
    }
}
