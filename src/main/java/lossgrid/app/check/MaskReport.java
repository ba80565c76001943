package lossgrid.app.check;

import java.nio.file.Path;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;

/** The result for one item of a walk. It does not hold the array, so that reports may wait for their turn. */
sealed interface MaskReport {
    Path path();

    /** The file's arrays, at least one. */
    record Checked(Path path, List<ArrayReport> masks) implements MaskReport {
        public Checked {
            masks = List.copyOf(masks);
        }
    }

    /** A file that is not an array and was not named. */
    record Skipped(Path path) implements MaskReport {}

    /**
     * A file that is not an array, or a damaged one.
     *
     * @param reason the reason, with the place where there is one
     */
    record Unreadable(Path path, String reason) implements MaskReport {}

    /**
     * The findings in an array.
     *
     * @param name the name of an array of an archive, or empty
     */
    record ArrayReport(String name, DType dtype, String storedType, Shape shape, List<Line> lines) {
        public ArrayReport {
            lines = List.copyOf(lines);
        }
    }

    /** A finding as text. */
    record Line(FindingKind kind, Severity severity, String title, String seen, Outcome outcome) {}
}
