package lossgrid.app.check;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.io.json.JsonBinding;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;

/**
 * A check as lines of JSON: {@code {"file", "arrays": [{"name", "dtype", "stored", "shape", "findings"}]}} or {@code
 * {"file", "error"}} for each file in the order of the walk, and {@code {"summary"}} at the end.
 */
final class CheckJson {
    private record Checked(Path file, List<Array> arrays) {}

    private record Unreadable(Path file, String error) {}

    private record Array(String name, DType dtype, String stored, Shape shape, List<Found> findings) {
        static Array of(MaskReport.ArrayReport mask) {
            List<Found> findings = mask.lines().stream().map(Found::of).toList();
            return new Array(mask.name(), mask.dtype(), mask.storedType(), mask.shape(), findings);
        }
    }

    private record Found(String kind, Severity severity, String title, String seen, Optional<String> raises) {
        static Found of(MaskReport.Line line) {
            Optional<String> raises = line.outcome() instanceof Outcome.Raises(var type, var message)
                    ? Optional.of(type.pythonName() + ": " + message)
                    : Optional.empty();
            return new Found(line.kind().key(), line.severity(), line.title(), line.seen(), raises);
        }
    }

    private record End(Summary summary) {}

    private record Summary(
            int classes,
            long ignoreIndex,
            long files,
            long arrays,
            long skipped,
            long unreadable,
            Map<String, Long> findings) {}

    private final PrintStream out;

    CheckJson(PrintStream out) {
        this.out = out;
    }

    private void line(Record object) {
        out.println(JsonBinding.RECORDS.line(object));
    }

    void print(MaskReport report) {
        switch (report) {
            case MaskReport.Checked(var path, var masks) ->
                line(new Checked(path, masks.stream().map(Array::of).toList()));
            case MaskReport.Unreadable(var path, var reason) -> line(new Unreadable(path, reason));
            case MaskReport.Skipped _ -> {}
        }
    }

    void print(CheckSummary summary, MaskContext context) {
        Map<String, Long> findings = new LinkedHashMap<>();
        summary.found()
                .forEach(found ->
                        findings.put(found.getKey().key(), found.getValue().count()));
        line(new End(new Summary(
                context.classes(),
                context.ignoreIndex(),
                summary.files(),
                summary.arrays(),
                summary.skippedFiles(),
                summary.unreadable(),
                findings)));
    }
}
