package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Select;
import lossgrid.model.example.ColorCounts;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.MinimalExample;
import lossgrid.model.finding.evidence.Recolor;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when the last dimension holds colours, see {@link ValuePattern#COLORS}: as a palette mask opened as colours
 * when there are two or more, all of a known palette.
 */
public final class ColorMaskRule implements Rule.OfLabels {
    /** The name of the palette made of a mask's own colours; a name in PyTorch code, so the same in every language. */
    private static final String OWN = "mask";

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.COLORS) {
            return Optional.empty();
        }
        MaskFacts facts = mask.facts();
        Optional<Palette> known = Recolor.known(mask);
        Argument count = new Argument.Count(facts.colors().size());
        Argument sizes = new Argument.Sizes(facts.shape());
        return Optional.of(new Finding(
                known.isPresent() ? FindingKind.PALETTE_AS_RGB : FindingKind.COLOR_MASK,
                Severity.ERROR,
                mask.context()
                        .analysis()
                        .map(analysis -> FindingOutcomes.ofShape(analysis, facts.shape()))
                        .orElseGet(() -> MinimalExample.of(mask.context()).rank()),
                known.<List<Argument>>map(palette -> List.of(new Argument.Code(palette.name()), count, sizes))
                        .orElseGet(() -> List.of(
                                count, sizes, new Argument.Value(facts.shape().fromEnd(0)))),
                MarkedCells.none(),
                fixes(mask, known)));
    }

    private static List<Fix> fixes(MaskEvidence mask, Optional<Palette> known) {
        ColorCounts colors = mask.facts().colors();
        List<Fix> out = new ArrayList<>();
        if (colors.grey()) {
            out.add(Fix.of(FixKind.FIRST_CHANNEL, EncodingFixes.append(mask, new Select(-1, 0))));
        }
        known.ifPresent(palette -> out.add(Recolor.byDataSet(mask, palette)));
        if (known.isEmpty()
                && colors.complete()
                && colors.size() <= mask.context().classes()) {
            out.add(Recolor.byOwnPalette(mask, colors.ownPalette(OWN)));
        }
        return out;
    }
}
