package lossgrid.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import lossgrid.io.document.Lesson;

/**
 * The place that a document comes from.
 *
 * @param isSaved whether it is as it is there, so that nothing is lost when it is closed
 */
public record Origin(Optional<Path> file, Optional<Lesson> lesson, boolean isSaved) {
    /** The origin of a document that was made here. */
    public static final Origin MADE = new Origin(Optional.empty(), Optional.empty(), true);

    public static Origin of(Path file) {
        return new Origin(Optional.of(file), Optional.empty(), true);
    }

    public static Origin of(Lesson lesson) {
        return new Origin(Optional.empty(), Optional.of(lesson), true);
    }

    /** The origin of a document that is nowhere else, or differs from the one in this file. */
    public static Origin unsaved(Optional<Path> file) {
        return new Origin(file, Optional.empty(), false);
    }
}
