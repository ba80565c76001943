package lossgrid.model.finding.rule.value;

import java.util.List;
import java.util.Optional;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.Luma;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Recolor;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when labels, some of them not a class, are all grey values of a known palette's colours: see {@link
 * Luma#matching}.
 */
public final class PaletteAsGreyRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.LUMA) {
            return Optional.empty();
        }
        return Luma.matching(mask).map(luma -> finding(mask, luma));
    }

    private static Finding finding(MaskEvidence mask, Luma luma) {
        double[] values = mask.facts().values(value -> !mask.context().isIgnored(value));
        Argument name = new Argument.Code(luma.palette().name());
        List<Fix> fixes = luma.back(values)
                .map(back ->
                        List.of(Recolor.ofDataSet(mask, luma.palette(), FixKind.LUMA_TO_INDICES, Luma.cast(), back)))
                .orElse(List.of());
        return new Finding(
                FindingKind.PALETTE_AS_GREY,
                Severity.ERROR,
                FindingOutcomes.ofIndex(mask, mask.invalidValues()[0]),
                List.of(name, MaskEvidence.shown(values)),
                mask.facts().marks(mask.isInvalid()),
                fixes);
    }
}
