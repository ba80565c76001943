package lossgrid.io.intake;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that cannot be read as an array. The message is one line: the file, the place in it if there is one, and the reason. */
public final class ArrayFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String reason;

    public ArrayFileException(String place, String reason) {
        this("", place, reason);
    }

    private ArrayFileException(String file, String place, String reason) {
        super(reason);
        this.file = file;
        this.place = onOneLine(place);
        this.reason = onOneLine(reason);
    }

    /** Names and texts of a broken file may hold anything. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}|\\v", "?");
    }

    /** The same error, known to be in the file of this name. */
    ArrayFileException in(String name) {
        ArrayFileException known = new ArrayFileException(name, place, reason);
        known.initCause(this);
        return known;
    }

    @Override
    public String getMessage() {
        return Stream.of(file, place, reason).filter(part -> !part.isEmpty()).collect(Collectors.joining(": "));
    }

    /** The file's name, or nothing before it is known. */
    public String file() {
        return file;
    }

    /** Such as {@code chunk PLTE}, {@code y.npy}, {@code line 3, column 7}, or nothing for the file as a whole. */
    public String place() {
        return place;
    }

    /** What is wrong there, in one line of English. */
    public String reason() {
        return reason;
    }
}
