package lossgrid.model.compare;

import java.util.List;
import java.util.stream.Stream;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.compare.mistake.Pair;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;

/**
 * What a user has asked to see side by side. Immutable; {@link Comparison} is what follows from it.
 *
 * @param isSwapped whether the sides have changed places since
 */
public record Compared(Occasion occasion, Exhibit left, Exhibit right, boolean isSwapped) {
    /** A mistake of the catalogue; has nothing to do with the open document. */
    public static Compared of(Mistake mistake) {
        Pair pair = mistake.pair();
        return new Compared(
                new Occasion.OfMistake(mistake), new Exhibit.Own(pair.wrong()), new Exhibit.Own(pair.right()), false);
    }

    /** The open document, in which something was found, beside itself with the fix. */
    public static Compared of(Finding finding, Fix fix) {
        return new Compared(
                new Occasion.OfFix(finding, fix), new Exhibit.Document(), new Exhibit.Edited(fix.edits()), false);
    }

    /** The open document beside a variant of it that does not differ yet. */
    public static Compared variant() {
        return new Compared(new Occasion.Free(), new Exhibit.Document(), new Exhibit.Edited(List.of()), false);
    }

    public Exhibit exhibit(Side side) {
        return side == Side.LEFT ? left : right;
    }

    public Compared with(Side side, Exhibit exhibit) {
        return side == Side.LEFT
                ? new Compared(occasion, exhibit, right, isSwapped)
                : new Compared(occasion, left, exhibit, isSwapped);
    }

    public Compared swapped() {
        return new Compared(occasion, right, left, !isSwapped);
    }

    /** Whether one of the sides is the open document itself. */
    public boolean showsDocument() {
        return left instanceof Exhibit.Document || right instanceof Exhibit.Document;
    }

    /** Whether one of the sides is made from the open document by edits, which mean nothing in another one. */
    public boolean isDerived() {
        return left instanceof Exhibit.Edited || right instanceof Exhibit.Edited;
    }

    /** The comparison after a user has made {@code after} of a side; what it was about, it is about no longer. */
    public Compared changed(Side side, Experiment document, Experiment after) {
        Exhibit before = exhibit(side);
        List<Edit> changes = Changes.between(before.of(document), after);
        if (changes.isEmpty()) {
            return this;
        }
        Exhibit next =
                switch (before) {
                    case Exhibit.Document() -> new Exhibit.Edited(changes);
                    case Exhibit.Edited(var edits) ->
                        new Exhibit.Edited(
                                Stream.concat(edits.stream(), changes.stream()).toList());
                    case Exhibit.Own(var _) -> new Exhibit.Own(after);
                };
        return new Compared(new Occasion.Free(), left, right, isSwapped).with(side, next);
    }

    /**
     * The comparison after the open document has changed. Edits are for logits and labels of certain shapes: where these are others now, what the edits
     * made of the document before stays.
     */
    public Compared following(Experiment before, Experiment after) {
        boolean fits = before.logits().shape().equals(after.logits().shape())
                && before.labels().shape().equals(after.labels().shape());
        Compared out = this;
        for (Side side : Side.values()) {
            if (!fits && exhibit(side) instanceof Exhibit.Edited edited) {
                out = out.with(side, new Exhibit.Own(edited.of(before)));
            }
        }
        return out;
    }

    /** The edits that make the open document what a side is; its title stays. */
    public List<Edit> editsTo(Side side, Experiment document) {
        return Changes.between(document, exhibit(side).of(document));
    }
}
