package lossgrid.model.finding.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Remap;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;

/** Fixes that make the loss ignore a value. */
public final class IgnoreFixes {
    private IgnoreFixes() {}

    /** Makes {@code value} the ignore_index, and the labels fit the loss; empty for a file, which has no options. */
    public static Optional<Fix> ignore(MaskEvidence mask, long value) {
        return mask.context().analysis().map(analysis -> {
            List<Edit> edits = new ArrayList<>();
            edits.add(new Edit.SetOptions(analysis.experiment().options().withIgnoreIndex(value)));
            edits.add(EncodingFixes.append(mask));
            return Fix.of(FixKind.IGNORE_VALUE, edits, new Argument.Value(value));
        });
    }

    /** Turns {@code values} into the present ignore_index. */
    public static Fix toIgnored(MaskEvidence mask, double... values) {
        long ignoreIndex = mask.context().ignoreIndex();
        List<Remap.Entry> table = new ArrayList<>();
        for (double value : values) {
            table.add(new Remap.Entry((long) value, ignoreIndex));
        }
        return Fix.of(
                FixKind.VALUE_TO_IGNORED,
                EncodingFixes.append(mask, new Cast(DType.INT64), new Remap(table, null)),
                MaskEvidence.shown(values),
                new Argument.Value(ignoreIndex));
    }
}
