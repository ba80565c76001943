package lossgrid.model.finding.rule.value;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Remap;
import lossgrid.model.encoding.Shift;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when the raw labels already contain ignore_index and the chain turns every 0 into it too: void had been
 * separated from the classes before, and now class 0 is lost.
 */
public final class VoidedTwiceRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        LabelArray raw = experiment.labels();
        long ignoreIndex = experiment.options().ignoreIndex();
        boolean possible = mask.context().wanted() == ExpectedTarget.INDICES
                && ignoreIndex != 0
                && raw.size() == mask.facts().shape().size()
                && experiment.encoding().stream().anyMatch(VoidedTwiceRule::moves);
        if (!possible) {
            return Optional.empty();
        }
        Histogram before = Histogram.of(raw);
        boolean both = before.contains(0) && before.contains((double) ignoreIndex);
        return both && isZeroIgnored(raw, mask.facts().labels(), ignoreIndex)
                ? Optional.of(finding(experiment, mask, before, ignoreIndex))
                : Optional.empty();
    }

    private static boolean moves(EncodingStep step) {
        return step instanceof Shift || step instanceof Remap;
    }

    /** Whether every raw 0 is ignored; the shifting steps keep the order of the cells. */
    private static boolean isZeroIgnored(LabelArray raw, LabelArray encoded, long ignoreIndex) {
        for (int i = 0; i < raw.size(); i++) {
            boolean isVoid = raw.doubleAt(i) == 0 || raw.doubleAt(i) == ignoreIndex;
            if (isVoid && encoded.doubleAt(i) != ignoreIndex) {
                return false;
            }
        }
        return true;
    }

    private static Finding finding(Experiment experiment, MaskEvidence mask, Histogram before, long ignoreIndex) {
        List<EncodingStep> bare =
                experiment.encoding().stream().filter(step -> !moves(step)).toList();
        LabelArray raw = experiment.labels();
        return new Finding(
                FindingKind.VOIDED_TWICE,
                Severity.WARNING,
                new Outcome.SilentlyWrong(),
                List.of(
                        new Argument.Count(before.countOf(0)),
                        new Argument.Value(ignoreIndex),
                        new Argument.Count(before.countOf((double) ignoreIndex))),
                MaskFacts.of(raw, null)
                        .marks(value -> value == 0)
                        .on(mask.facts().shape()),
                List.of(Fix.of(FixKind.UNDO_SHIFT, EncodingFixes.replace(experiment, bare))));
    }
}
