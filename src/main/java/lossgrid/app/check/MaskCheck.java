package lossgrid.app.check;

import java.util.List;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.FileEndings;
import lossgrid.io.intake.IntakeException;
import lossgrid.io.intake.ReadArray;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.rule.Findings;
import lossgrid.words.FindingText;

/**
 * Reads one file and runs the rules over its arrays; several threads may share one.
 *
 * @param readers how many files are read at a time
 */
record MaskCheck(MaskContext context, FindingText texts, int readers) {
    MaskReport check(MaskTree.Item.Mask item) {
        try {
            List<ReadArray> arrays = ArrayFiles.open(item.path(), readers);
            return new MaskReport.Checked(
                    item.path(),
                    arrays.stream().map(array -> mask(array, arrays.size() > 1)).toList());
        } catch (IntakeException bad) {
            boolean isOtherText = !item.isNamed() && FileEndings.isText(FileEndings.of(bad.file()));
            return isOtherText
                    ? new MaskReport.Skipped(item.path())
                    : new MaskReport.Unreadable(item.path(), reason(bad));
        }
    }

    private static String reason(IntakeException bad) {
        return bad.place().isEmpty() ? bad.reason() : bad.place() + ": " + bad.reason();
    }

    private MaskReport.Mask mask(ReadArray read, boolean isOneOfSeveral) {
        MaskFacts facts = MaskFacts.of(read.array(), read.source());
        return new MaskReport.Mask(
                isOneOfSeveral ? read.name() : "",
                read.array().dtype(),
                read.source().storedType(),
                read.array().shape(),
                Findings.ofMask(facts, context).stream()
                        .map(finding -> new MaskReport.Line(
                                finding.kind(),
                                finding.severity(),
                                texts.title(finding),
                                texts.seen(finding),
                                finding.outcome()))
                        .toList());
    }
}
