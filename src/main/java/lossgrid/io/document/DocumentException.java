package lossgrid.io.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document that cannot be read or written. The message is one line: the file if it is known, the place in it if there is one, and the reason.
 */
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Path file;
    private final String place;
    private final String reason;

    private DocumentException(@Nullable Path file, String place, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.file = file;
        this.place = place;
        this.reason = reason;
    }

    public DocumentException(String place, String reason) {
        this(null, place, reason, null);
    }

    /** The same error, known to be in {@code file}. */
    public DocumentException in(Path path) {
        return new DocumentException(path, place, reason, this);
    }

    /** The same error, known to be at {@code where}. */
    DocumentException at(String where) {
        return new DocumentException(file, where, reason, this);
    }

    @Override
    public String getMessage() {
        return Stream.of(file == null ? "" : file.toString(), place, reason)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    /** The file, or nothing for a document that comes from elsewhere. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** A path such as {@code labels.data[0][1]}, {@code line 3, column 7} where the JSON itself is broken, or nothing for the document as a whole. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }
}
