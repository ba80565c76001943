package lossgrid.app.check;

import java.util.List;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.FileExtensions;
import lossgrid.io.intake.LoadedArray;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.rule.RuleSet;
import lossgrid.words.FindingText;

/**
 * Reads one file and runs the rules over its arrays; several threads may share one.
 *
 * @param readers the number of files read at a time
 */
record MaskCheck(MaskContext context, FindingText texts, int readers) {
    MaskReport check(MaskTree.Item.MaskFile item) {
        try {
            List<LoadedArray> arrays = ArrayFiles.open(item.path(), readers);
            return new MaskReport.Checked(
                    item.path(),
                    arrays.stream().map(array -> mask(array, arrays.size() > 1)).toList());
        } catch (UnreadableFile bad) {
            boolean isOtherText = !item.isNamed() && FileExtensions.isText(FileExtensions.of(bad.file()));
            return isOtherText
                    ? new MaskReport.Skipped(item.path())
                    : new MaskReport.Unreadable(item.path(), reason(bad));
        }
    }

    private static String reason(UnreadableFile bad) {
        return bad.place().isEmpty() ? bad.reason() : bad.place() + ": " + bad.reason();
    }

    private MaskReport.ArrayReport mask(LoadedArray read, boolean isOneOfSeveral) {
        MaskFacts facts = MaskFacts.of(read.array(), read.source());
        return new MaskReport.ArrayReport(
                isOneOfSeveral ? read.name() : "",
                read.array().dtype(),
                read.source().storedType(),
                read.array().shape(),
                RuleSet.ofMask(facts, context).stream()
                        .map(finding -> new MaskReport.Line(
                                finding.kind(),
                                finding.severity(),
                                texts.title(finding),
                                texts.seen(finding),
                                finding.outcome()))
                        .toList());
    }
}
