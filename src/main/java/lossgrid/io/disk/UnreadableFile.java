package lossgrid.io.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read: a document, an image, an array or a text. The message is one line: the file, the place in
 * it if there is one, and the reason.
 */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String reason;

    public UnreadableFile(String place, String reason) {
        this("", place, reason, null);
    }

    private UnreadableFile(String file, String place, String reason, @Nullable IOException cause) {
        super(reason, cause);
        this.file = onOneLine(file);
        this.place = onOneLine(place);
        this.reason = onOneLine(reason);
    }

    /** Names and texts of a broken file may hold anything. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}|\\v", "?");
    }

    /** Any failure to read {@code file}, a path or a name: of its content, whose place is kept, or of the system. */
    public static UnreadableFile of(Object file, IOException failure) {
        return failure instanceof UnreadableFile known
                ? new UnreadableFile(file.toString(), known.place, known.reason, known)
                : new UnreadableFile(file.toString(), "", reason(failure), failure);
    }

    /** The same error, known to be at {@code where}. */
    public UnreadableFile at(String where) {
        return new UnreadableFile(file, where, reason, this);
    }

    @Override
    public String getMessage() {
        return Stream.of(file, place, reason).filter(part -> !part.isEmpty()).collect(Collectors.joining(": "));
    }

    /** The file's path, the name of one that comes from elsewhere, or nothing before it is known. */
    public String file() {
        return file;
    }

    /**
     * A path such as {@code labels.data[0][1]}, {@code line 3, column 7}, {@code byte 12}, {@code chunk PLTE}, the name
     * of an array in an archive, or nothing for the file as a whole.
     */
    public String place() {
        return place;
    }

    /** The fault there, in one line of English. */
    public String reason() {
        return reason;
    }

    /** Why the system failed, without the file's name where that is possible. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file";
            case FileAlreadyExistsException _ -> "this name is already taken";
            case AccessDeniedException _ -> "access is denied";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case IOException e ->
                Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        };
    }
}
