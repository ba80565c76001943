package lossgrid.app.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lossgrid.io.intake.FileExtensions;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Severity;

/**
 * The summary of all files: counts, and the first few files of each finding. Its size does not grow with the number of
 * files.
 */
final class CheckSummary {
    private static final int FIRST_FILES = 5;
    private static final int MOST_ENDINGS = 50;

    /** @param array the path, with the array's name in brackets where the file has several */
    record Example(String array, String seen) {}

    /** The arrays with one kind of finding. */
    static final class Tally {
        private Severity worst;
        private long count;
        private final List<Example> first = new ArrayList<>();

        private Tally(Severity severity) {
            worst = severity;
        }

        Severity worst() {
            return worst;
        }

        long count() {
            return count;
        }

        List<Example> first() {
            return List.copyOf(first);
        }
    }

    private final Map<FindingKind, Tally> tallies = new EnumMap<>(FindingKind.class);
    private final Map<String, Long> skipped = new TreeMap<>();
    private long files;
    private long arrays;
    private long unreadable;
    private long skippedFiles;

    void add(MaskReport report) {
        switch (report) {
            case MaskReport.Checked checked -> {
                files++;
                checked.masks().forEach(mask -> add(checked, mask));
            }
            case MaskReport.Skipped(var path) -> {
                skippedFiles++;
                String ending = FileExtensions.of(String.valueOf(path.getFileName()));
                if (skipped.size() < MOST_ENDINGS || skipped.containsKey(ending)) {
                    skipped.merge(ending, 1L, Long::sum);
                }
            }
            case MaskReport.Unreadable _ -> unreadable++;
        }
    }

    private void add(MaskReport.Checked file, MaskReport.ArrayReport mask) {
        arrays++;
        for (MaskReport.Line line : mask.lines()) {
            Tally tally = tallies.computeIfAbsent(line.kind(), _ -> new Tally(line.severity()));
            tally.count++;
            tally.worst = line.severity().compareTo(tally.worst) < 0 ? line.severity() : tally.worst;
            if (tally.first.size() < FIRST_FILES) {
                tally.first.add(new Example(name(file, mask), line.seen()));
            }
        }
    }

    static String name(MaskReport.Checked file, MaskReport.ArrayReport mask) {
        return mask.name().isEmpty() ? file.path().toString() : file.path() + "[" + mask.name() + "]";
    }

    /** The kinds that were found, the worst first. */
    List<Map.Entry<FindingKind, Tally>> found() {
        List<Map.Entry<FindingKind, Tally>> out = new ArrayList<>(tallies.entrySet());
        out.sort((a, b) -> a.getValue().worst().compareTo(b.getValue().worst()));
        return out;
    }

    /** Whether there is a finding above a note. */
    boolean hasFindings() {
        return tallies.values().stream().anyMatch(tally -> tally.worst() != Severity.NOTE);
    }

    /** The number of files whose arrays were checked. */
    long files() {
        return files;
    }

    long arrays() {
        return arrays;
    }

    long unreadable() {
        return unreadable;
    }

    long skippedFiles() {
        return skippedFiles;
    }

    /** The number of skipped files of each extension, for the first extensions. */
    Map<String, Long> skipped() {
        return skipped;
    }
}
