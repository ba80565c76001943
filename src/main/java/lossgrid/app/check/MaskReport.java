package lossgrid.app.check;

import java.nio.file.Path;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;

/** What became of one item of a walk. Holds no array, so that reports may wait for their turn. */
sealed interface MaskReport {
    Path path();

    /** The file's arrays, at least one. */
    record Checked(Path path, List<ArrayReport> masks) implements MaskReport {
        public Checked {
            masks = List.copyOf(masks);
        }
    }

    /** No array, and none was asked for. */
    record Skipped(Path path) implements MaskReport {}

    /**
     * A file that is no array, or a damaged one.
     *
     * @param reason with the place where there is one
     */
    record Unreadable(Path path, String reason) implements MaskReport {}

    /**
     * What was found in an array.
     *
     * @param name of an array of an archive, or empty
     */
    record ArrayReport(String name, DType dtype, String storedType, Shape shape, List<Line> lines) {
        public ArrayReport {
            lines = List.copyOf(lines);
        }
    }

    /** A finding in words. */
    record Line(FindingKind kind, Severity severity, String title, String seen, Outcome outcome) {}
}
