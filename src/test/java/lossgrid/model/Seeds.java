package lossgrid.model;

import java.util.stream.LongStream;
import lossgrid.core.Draw;

/** {@link Draw#seeds} where JUnit can reach them from this package's tests. */
final class Seeds {
    private Seeds() {}

    static LongStream seeds() {
        return Draw.seeds();
    }
}
