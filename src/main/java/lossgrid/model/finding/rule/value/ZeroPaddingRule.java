package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.CellIndices;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.EditableArray;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Unsqueeze;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.PaddedEdges;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when whole rows or columns along an edge of an image, but not all of it, are class 0 and the logits there are
 * exactly those of the corner, as for a padded image. Only notes that rows at the bottom or columns at the right, a
 * sixteenth of them at least, are 0 and the row or column before them, within the rest, has no 0 at all. Never for a
 * file.
 */
public final class ZeroPaddingRule implements Rule.OfLabels {
    private static final int BYTE_VOID = 255;

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        Shape shape = facts.shape();
        boolean possible = mask.valuePattern() == ValuePattern.RIGHT
                && facts.histogram().contains(0)
                && facts.histogram().size() > 1
                && !mask.context().isIgnored(0)
                && shape.rank() >= 2;
        if (!possible) {
            return Optional.empty();
        }
        BitSet constant = mask.context()
                .analysis()
                .filter(analysis ->
                        shape.equals(analysis.experiment().logits().shape().remove(Nchw.CLASS_DIM)))
                .map(analysis -> constant(facts.labels(), analysis.experiment().logits()))
                .orElseGet(BitSet::new);
        if (!constant.isEmpty()) {
            return Optional.of(finding(mask, constant, true));
        }
        BitSet sharp =
                mask.context().wanted() == ExpectedTarget.FILE ? new BitSet() : PaddedEdges.sharp(facts.labels());
        return sharp.isEmpty() ? Optional.empty() : Optional.of(finding(mask, sharp, false));
    }

    private static BitSet constant(LabelArray labels, Tensor logits) {
        BitSet out = new BitSet();
        Nchw layout = Nchw.of(logits.shape());
        for (int n = 0; n < layout.images(); n++) {
            int image = n;
            int offset = layout.pixel(n, 0);
            PaddedEdges.PairTest sameLogits = (cell, corner) -> {
                boolean equal = true;
                for (int c = 0; c < layout.classes() && equal; c++) {
                    int plane = layout.plane(image, c);
                    equal = logits.inPlane(plane, cell) == logits.inPlane(plane, corner);
                }
                return equal;
            };
            PaddedEdges.PairTest padded =
                    (cell, corner) -> labels.longAt(offset + cell) == 0 && sameLogits.test(cell, corner);
            PaddedEdges.frame(layout.height(), layout.width(), padded, sameLogits).stream()
                    .forEach(cell -> out.set(offset + cell));
        }
        return out;
    }

    private static Finding finding(MaskEvidence mask, BitSet cells, boolean constant) {
        List<Fix> fixes = mask.context()
                .analysis()
                .flatMap(analysis -> ignore(analysis, mask, cells))
                .map(List::of)
                .orElse(List.of());
        return new Finding(
                FindingKind.ZERO_PADDING,
                constant ? Severity.WARNING : Severity.NOTE,
                constant ? new Outcome.SilentlyWrong() : new Outcome.Harmless(),
                List.of(new Argument.Count(cells.cardinality()), new Argument.Count(constant ? 1 : 0)),
                new MarkedCells(MarkedCells.Grid.ENCODED, mask.facts().shape(), () -> (BitSet) cells.clone()),
                fixes);
    }

    /**
     * Sets the raw labels there to ignore_index, or to 255 if their type cannot hold it; only where each raw label
     * gives one encoded label.
     */
    private static Optional<Fix> ignore(Analysis analysis, MaskEvidence mask, BitSet cells) {
        Experiment experiment = analysis.experiment();
        boolean inPlace = experiment.encoding().stream()
                .allMatch(step -> step instanceof Cast
                        || step instanceof Squeeze
                        || step instanceof Unsqueeze
                        || step instanceof Skipped);
        DType dtype = experiment.labels().dtype();
        if (!inPlace || dtype == DType.BOOL || mask.context().wanted() != ExpectedTarget.INDICES) {
            return Optional.empty();
        }
        long ignoreIndex = experiment.options().ignoreIndex();
        long value = dtype == DType.UINT8 && (ignoreIndex < 0 || ignoreIndex > BYTE_VOID) ? BYTE_VOID : ignoreIndex;
        List<Edit> edits = new ArrayList<>();
        int[] at = cells.stream().toArray();
        LabelArray values = LabelArray.ofLongs(dtype, Shape.of(at.length), _ -> value);
        edits.add(new Edit.SetCells(EditableArray.LABELS, CellIndices.of(at), values));
        if (value != ignoreIndex) {
            edits.add(new Edit.SetOptions(experiment.options().withIgnoreIndex(value)));
        }
        return Optional.of(Fix.of(FixKind.IGNORE_PADDING, edits));
    }
}
