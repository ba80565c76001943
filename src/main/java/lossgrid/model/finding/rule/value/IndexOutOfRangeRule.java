package lossgrid.model.finding.rule.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.Remap;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.IgnoreFixes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/** Fires when labels are neither a class nor ignored and no other rule explains why. */
public final class IndexOutOfRangeRule implements Rule.OfLabels {
    /** With more channels than this, missing channels are an improbable reason. */
    private static final int MOST_CHANNELS = 256;

    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.OUT_OF_RANGE) {
            return Optional.empty();
        }
        double[] invalidValues = mask.invalidValues();
        int classes = mask.context().classes();
        return Optional.of(new Finding(
                FindingKind.INDEX_OUT_OF_RANGE,
                Severity.ERROR,
                FindingOutcomes.ofIndex(mask, invalidValues[0]),
                List.of(
                        MaskEvidence.shown(invalidValues),
                        new Argument.Count(mask.facts().count(mask.isInvalid())),
                        new Argument.Value(classes),
                        new Argument.Value(classes - 1)),
                mask.facts().marks(mask.isInvalid()),
                fixes(mask, invalidValues)));
    }

    private static List<Fix> fixes(MaskEvidence mask, double... invalidValues) {
        List<Fix> out = new ArrayList<>();
        double greatest = invalidValues[invalidValues.length - 1];
        boolean oneTooMany =
                invalidValues.length == 1 && greatest == mask.context().classes();
        if (oneTooMany) {
            out.add(Fix.of(FixKind.SUBTRACT_ONE_IGNORE_ZERO, withoutZero(mask)));
        }
        boolean few = invalidValues[0] >= 0 && greatest < MOST_CHANNELS;
        mask.context()
                .analysis()
                .filter(_ -> few)
                .ifPresent(analysis -> out.add(moreChannels(mask, analysis.experiment(), (int) greatest + 1)));
        out.add(IgnoreFixes.toIgnored(mask, invalidValues));
        return out;
    }

    private static Edit withoutZero(MaskEvidence mask) {
        List<Remap.Entry> table = new ArrayList<>();
        for (double value : mask.facts().values(label -> !mask.context().isIgnored(label))) {
            table.add(new Remap.Entry((long) value, value == 0 ? mask.context().ignoreIndex() : (long) value - 1));
        }
        return EncodingFixes.append(mask, new Cast(DType.INT64), new Remap(table, null));
    }

    private static Fix moreChannels(MaskEvidence mask, Experiment experiment, int channels) {
        List<Edit> edits = List.of(
                new Edit.Reshape(experiment.batches(), channels, experiment.height(), experiment.width()),
                EncodingFixes.append(mask));
        return Fix.of(FixKind.MORE_CHANNELS, edits, new Argument.Value(channels));
    }
}
