package lossgrid.model.compare;

import java.util.List;
import java.util.stream.Stream;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.compare.mistake.MistakePair;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;

/**
 * The two experiments that a user wants to see side by side. Immutable; {@link Comparison} is computed from it.
 *
 * @param isSwapped whether the sides have been swapped since
 */
public record ComparisonRequest(
        ComparisonReason reason, ComparisonSource left, ComparisonSource right, boolean isSwapped) {
    /** A mistake of the catalogue, independent of the open document. */
    public static ComparisonRequest of(Mistake mistake) {
        MistakePair pair = mistake.pair();
        return new ComparisonRequest(
                new ComparisonReason.OfMistake(mistake),
                new ComparisonSource.Own(pair.wrong()),
                new ComparisonSource.Own(pair.right()),
                false);
    }

    /** The open document beside itself with the fix of a finding. */
    public static ComparisonRequest of(Finding finding, Fix fix) {
        return new ComparisonRequest(
                new ComparisonReason.OfFix(finding, fix),
                new ComparisonSource.Document(),
                new ComparisonSource.Edited(fix.edits()),
                false);
    }

    /** The open document beside a variant of it that does not differ yet. */
    public static ComparisonRequest variant() {
        return new ComparisonRequest(
                new ComparisonReason.Free(),
                new ComparisonSource.Document(),
                new ComparisonSource.Edited(List.of()),
                false);
    }

    public ComparisonSource source(ComparisonSide side) {
        return side == ComparisonSide.LEFT ? left : right;
    }

    public ComparisonRequest with(ComparisonSide side, ComparisonSource source) {
        return side == ComparisonSide.LEFT
                ? new ComparisonRequest(reason, source, right, isSwapped)
                : new ComparisonRequest(reason, left, source, isSwapped);
    }

    public ComparisonRequest swapped() {
        return new ComparisonRequest(reason, right, left, !isSwapped);
    }

    /** Whether one of the sides is the open document itself. */
    public boolean showsDocument() {
        return left instanceof ComparisonSource.Document || right instanceof ComparisonSource.Document;
    }

    /** Whether one of the sides is the open document after edits, which do not apply to another document. */
    public boolean isDerived() {
        return left instanceof ComparisonSource.Edited || right instanceof ComparisonSource.Edited;
    }

    /** The comparison after a user has changed a side to {@code after}; its reason no longer applies. */
    public ComparisonRequest changed(ComparisonSide side, Experiment document, Experiment after) {
        ComparisonSource before = source(side);
        List<Edit> changes = ExperimentDiff.between(before.of(document), after);
        if (changes.isEmpty()) {
            return this;
        }
        ComparisonSource next =
                switch (before) {
                    case ComparisonSource.Document() -> new ComparisonSource.Edited(changes);
                    case ComparisonSource.Edited(var edits) ->
                        new ComparisonSource.Edited(
                                Stream.concat(edits.stream(), changes.stream()).toList());
                    case ComparisonSource.Own(var _) -> new ComparisonSource.Own(after);
                };
        return new ComparisonRequest(new ComparisonReason.Free(), left, right, isSwapped).with(side, next);
    }

    /**
     * The comparison after the open document has changed. Edits are for logits and labels of certain shapes: where
     * these differ now, the side keeps the experiment that the edits made before.
     */
    public ComparisonRequest following(Experiment before, Experiment after) {
        boolean fits = before.logits().shape().equals(after.logits().shape())
                && before.labels().shape().equals(after.labels().shape());
        ComparisonRequest out = this;
        for (ComparisonSide side : ComparisonSide.values()) {
            if (!fits && source(side) instanceof ComparisonSource.Edited edited) {
                out = out.with(side, new ComparisonSource.Own(edited.of(before)));
            }
        }
        return out;
    }

    /** The edits that turn the open document into a side, except for its title. */
    public List<Edit> editsTo(ComparisonSide side, Experiment document) {
        return ExperimentDiff.between(document, source(side).of(document));
    }
}
