package lossgrid.model.finding.evidence;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.model.document.LossOptions;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Remap;

/** Edits that give classes other indices. */
public final class Relabel {
    private Relabel() {}

    /**
     * Gives classes the indices of {@code classes}; what is void stays or becomes ignored. Where a class gets the
     * index that is ignored, void gets another, which is ignored instead, so that no class is lost.
     *
     * @param toVoid the values that are void from now on
     */
    public static List<Edit> classes(MaskEvidence mask, List<Remap.Entry> classes, long... toVoid) {
        long ignored = mask.context().ignoreIndex();
        boolean isTaken = mask.context().analysis().isPresent()
                && classes.stream().anyMatch(entry -> entry.to() == ignored && entry.from() != ignored);
        long free = isTaken ? LossOptions.DEFAULT_IGNORE_INDEX : ignored;
        List<Remap.Entry> table = new ArrayList<>(classes);
        for (long value : toVoid) {
            table.add(new Remap.Entry(value, free));
        }
        boolean isMapped = table.stream().anyMatch(entry -> entry.from() == ignored);
        if (isTaken && !isMapped && mask.facts().histogram().contains((double) ignored)) {
            table.add(new Remap.Entry(ignored, free));
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(EncodingFixes.append(mask, new Cast(DType.INT64), new Remap(table, null)));
        mask.context()
                .analysis()
                .filter(_ -> isTaken)
                .map(analysis -> analysis.experiment().options().withIgnoreIndex(free))
                .ifPresent(options -> edits.add(new Edit.SetOptions(options)));
        return edits;
    }
}
