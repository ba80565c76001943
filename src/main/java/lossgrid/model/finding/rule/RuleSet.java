package lossgrid.model.finding.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lossgrid.core.array.TorchException;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.IntermediateLabels;

/** Runs every rule. Pure. */
public final class RuleSet {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::kind);

    private static final List<Rule> RULES = List.of(
            new StoredTypeRule(),
            new ColorMaskRule(),
            new LogitsForLabelsRule(),
            new PaletteAsGreyRule(),
            new BinaryMaskRule(),
            new ShiftedTwiceRule(),
            new VoidedTwiceRule(),
            new VoidNotIgnoredRule(),
            new OneBasedRule(),
            new LabelGapsRule(),
            new IndexOutOfRangeRule(),
            new ScaledToZeroRule(),
            new InterpolatedEdgesRule(),
            new TargetOutsideUnitRule(),
            new OneHotChannelsLastRule(),
            new OneHotForIndicesRule(),
            new IndicesForOneHotRule(),
            new LayoutRule(),
            new NotLongRule(),
            new NotFloatRule(),
            new OneChannelSoftmaxRule(),
            new TwoChannelBceRule(),
            new SoftmaxDimRule(),
            new SoftmaxBeforeCrossEntropyRule(),
            new SigmoidBeforeBceWithLogitsRule(),
            new ProbabilityInputRule(),
            new NllInputRule(),
            WeightShapeRule.ofWeight(),
            WeightShapeRule.ofPosWeight(),
            new WeightOrderRule(),
            new AllIgnoredRule(),
            new ZeroPaddingRule(),
            new IgnoreIndexAbsentRule(),
            new ClassImbalanceRule(),
            new PredictedLabelsRule(),
            new MeanOfMeansRule(),
            new EqualAxesRule());

    private RuleSet() {}

    /**
     * All that is to be said about a document, the worst first.
     *
     * @param palettes those that colours and grey values are compared with
     */
    public static List<Finding> of(Analysis analysis, List<Palette> palettes) {
        MaskFacts facts =
                MaskFacts.of(IntermediateLabels.last(analysis), analysis.experiment().source());
        MaskEvidence mask = new MaskEvidence(facts, MaskContext.of(analysis, facts, palettes));
        List<Finding> out = new ArrayList<>();
        for (Rule rule : RULES) {
            switch (rule) {
                case Rule.OfLabels labels -> labels.find(mask).ifPresent(out::add);
                case Rule.OfExperiment experiment ->
                    experiment.find(analysis, mask).ifPresent(out::add);
            }
        }
        if (out.stream().noneMatch(RuleSet::isException)) {
            UnexplainedErrorRule.find(analysis, mask).ifPresent(out::add);
        }
        out.sort(WORST_FIRST);
        return List.copyOf(out);
    }

    private static boolean isException(Finding finding) {
        return finding.severity() == Severity.ERROR
                && finding.outcome() instanceof Outcome.Raises(var type, var _)
                && type != TorchException.Type.TYPE_ERROR;
    }

    /** All that is to be said about labels without logits, the worst first. */
    public static List<Finding> ofMask(MaskFacts facts, MaskContext context) {
        MaskEvidence mask = new MaskEvidence(facts, context);
        List<Finding> out = new ArrayList<>();
        for (Rule rule : RULES) {
            if (rule instanceof Rule.OfLabels labels) {
                labels.find(mask).ifPresent(out::add);
            }
        }
        out.sort(WORST_FIRST);
        return List.copyOf(out);
    }
}
