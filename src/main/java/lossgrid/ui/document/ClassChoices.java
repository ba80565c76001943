package lossgrid.ui.document;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import lossgrid.io.document.FolderClasses;
import lossgrid.model.document.LabelSource;
import lossgrid.ui.session.Background;
import org.jspecify.annotations.Nullable;

/** The numbers of classes that were chosen for folders of masks: in this window, and in earlier ones. */
final class ClassChoices {
    private final Optional<FolderClasses> remembered;
    private final Background background;
    /** The folders of files that were imported, by the sources that they gave. Read in the background as well. */
    private final Map<LabelSource, Path> folders = new ConcurrentHashMap<>();

    private final Map<Path, Integer> chosen = new ConcurrentHashMap<>();

    ClassChoices(Optional<FolderClasses> remembered, Background background) {
        this.remembered = remembered;
        this.background = background;
    }

    /** The number for a file that is being imported. */
    OptionalInt of(Optional<Path> file, LabelSource source) {
        Optional<Path> folder = file.map(Path::toAbsolutePath).map(Path::getParent);
        folder.ifPresentOrElse(parent -> folders.put(source, parent), () -> folders.remove(source));
        return folder.map(this::of).orElse(OptionalInt.empty());
    }

    private OptionalInt of(Path folder) {
        if (!chosen.containsKey(folder)) {
            remembered
                    .map(store -> store.of(folder))
                    .filter(OptionalInt::isPresent)
                    .ifPresent(classes -> chosen.put(folder, classes.getAsInt()));
        }
        Integer known = chosen.get(folder);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /** The folder of the file that labels came from, if a number was chosen for it. */
    Optional<Path> folder(@Nullable LabelSource source) {
        return Optional.ofNullable(source)
                .flatMap(known -> Optional.ofNullable(folders.get(known)))
                .filter(chosen::containsKey);
    }

    /** Remembers a number for the folder of these labels, if they came from a file in this window. */
    void choose(@Nullable LabelSource source, int classes) {
        Path folder = source == null ? null : folders.get(source);
        if (folder == null) {
            return;
        }
        chosen.put(folder, classes);
        remembered.ifPresent(store -> background.run(
                () -> {
                    store.remember(folder, classes);
                    return folder;
                },
                _ -> {},
                Background::report));
    }
}
