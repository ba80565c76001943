package lossgrid.model.finding.evidence;

import java.util.List;
import java.util.Optional;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;

/** Fixes of the number of classes. */
public final class ClassFixes {
    /** With more classes than this, missing classes are an improbable reason. */
    private static final int MOST = 256;

    private ClassFixes() {}

    /** As many classes as it takes for {@code value} to be one; empty for a file, and where that is improbable. */
    public static Optional<Fix> upTo(MaskEvidence mask, double value) {
        int classes = (int) value + 1;
        return mask.context()
                .analysis()
                .filter(_ ->
                        value >= 0 && value < MOST && classes > mask.context().classes())
                .map(_ -> Fix.of(
                        FixKind.MORE_CHANNELS,
                        List.of(EncodingFixes.append(mask), new Edit.SetClassCount(classes)),
                        new Argument.Value(classes),
                        assumed(mask)));
    }

    /** For texts: 1 if the number of classes is only a guess, otherwise 0. */
    public static Argument assumed(MaskEvidence mask) {
        return new Argument.Count(mask.context().isAssumed() ? 1 : 0);
    }
}
