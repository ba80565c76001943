package lossgrid.app.check;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.MaskContext;
import lossgrid.words.FindingText;

/** The summary of a check as text: by finding, the worst first, each with its first files. */
record CheckOutput(PrintStream out, CheckText texts, FindingText findings) {
    private static final String INDENT = "  ";

    void print(CheckSummary summary, MaskContext context) {
        line(texts.get(
                CheckText.Key.CHECKED,
                summary.arrays(),
                summary.files(),
                Integer.toString(context.classes()),
                Long.toString(context.ignoreIndex())));
        if (summary.skippedFiles() > 0) {
            line(texts.get(CheckText.Key.SKIPPED, summary.skippedFiles(), endings(summary)));
        }
        for (Map.Entry<FindingKind, CheckSummary.Tally> found : summary.found()) {
            print(found.getKey(), found.getValue());
        }
        if (summary.arrays() > 0 && summary.found().isEmpty()) {
            line(texts.get(CheckText.Key.CLEAN));
        }
        if (summary.unreadable() > 0) {
            line(texts.get(CheckText.Key.UNREADABLE, summary.unreadable()));
        }
    }

    private void print(FindingKind kind, CheckSummary.Tally tally) {
        line("");
        line(texts.get(
                CheckText.Key.FOUND, findings.severity(tally.worst()), findings.name(kind), tally.count(), kind.key()));
        for (CheckSummary.Example example : tally.first()) {
            line(INDENT + example.array());
            line(INDENT + INDENT + example.seen());
        }
        if (tally.count() > tally.first().size()) {
            line(INDENT
                    + texts.get(
                            CheckText.Key.MORE, tally.count() - tally.first().size()));
        }
    }

    private String endings(CheckSummary summary) {
        return summary.skipped().entrySet().stream()
                .map(entry -> entry.getKey().isEmpty()
                        ? texts.get(CheckText.Key.SKIPPED_ENDING, entry.getValue())
                        : entry.getValue() + " ." + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Prints a line without control characters, since names of files may contain anything. */
    private void line(String text) {
        out.println(text.replaceAll("\\p{Cntrl}", "?"));
    }
}
