package lossgrid.model.finding.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.IntermediateLabels;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.rule.recipe.ClassImbalanceRule;
import lossgrid.model.finding.rule.recipe.IgnoreIndexAbsentRule;
import lossgrid.model.finding.rule.recipe.MeanOfMeansRule;
import lossgrid.model.finding.rule.recipe.NllInputRule;
import lossgrid.model.finding.rule.recipe.OneChannelSoftmaxRule;
import lossgrid.model.finding.rule.recipe.ProbabilityInputRule;
import lossgrid.model.finding.rule.recipe.SigmoidBeforeBceWithLogitsRule;
import lossgrid.model.finding.rule.recipe.SoftmaxBeforeCrossEntropyRule;
import lossgrid.model.finding.rule.recipe.SoftmaxDimRule;
import lossgrid.model.finding.rule.recipe.TwoChannelBceRule;
import lossgrid.model.finding.rule.recipe.UnexplainedErrorRule;
import lossgrid.model.finding.rule.recipe.WeightOrderRule;
import lossgrid.model.finding.rule.shape.EqualAxesRule;
import lossgrid.model.finding.rule.shape.IndicesForOneHotRule;
import lossgrid.model.finding.rule.shape.LayoutRule;
import lossgrid.model.finding.rule.shape.NotFloatRule;
import lossgrid.model.finding.rule.shape.NotLongRule;
import lossgrid.model.finding.rule.shape.OneHotChannelsLastRule;
import lossgrid.model.finding.rule.shape.OneHotForIndicesRule;
import lossgrid.model.finding.rule.shape.StoredTypeRule;
import lossgrid.model.finding.rule.shape.WeightShapeRule;
import lossgrid.model.finding.rule.value.AllIgnoredRule;
import lossgrid.model.finding.rule.value.BinaryMaskRule;
import lossgrid.model.finding.rule.value.ColorMaskRule;
import lossgrid.model.finding.rule.value.IndexOutOfRangeRule;
import lossgrid.model.finding.rule.value.InterpolatedEdgesRule;
import lossgrid.model.finding.rule.value.LabelGapsRule;
import lossgrid.model.finding.rule.value.LogitsForLabelsRule;
import lossgrid.model.finding.rule.value.OneBasedRule;
import lossgrid.model.finding.rule.value.PaletteAsGreyRule;
import lossgrid.model.finding.rule.value.PredictedLabelsRule;
import lossgrid.model.finding.rule.value.ScaledToZeroRule;
import lossgrid.model.finding.rule.value.ShiftedTwiceRule;
import lossgrid.model.finding.rule.value.TargetOutsideUnitRule;
import lossgrid.model.finding.rule.value.VoidNotIgnoredRule;
import lossgrid.model.finding.rule.value.VoidedTwiceRule;
import lossgrid.model.finding.rule.value.ZeroPaddingRule;

/** Runs every rule, without side effects. */
public final class RuleSet {
    private static final Pattern NUMBERS = Pattern.compile("-?\\d+");

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
     * All findings on a document, the worst first.
     *
     * @param palettes those that colours and grey values are compared with
     */
    public static List<Finding> of(Analysis analysis, List<Palette> palettes) {
        MaskFacts facts = MaskFacts.of(
                IntermediateLabels.last(analysis), analysis.experiment().source());
        MaskEvidence mask = new MaskEvidence(facts, MaskContext.of(analysis, facts, palettes));
        List<Finding> out = new ArrayList<>();
        for (Rule rule : RULES) {
            switch (rule) {
                case Rule.OfLabels labels -> labels.find(mask).ifPresent(out::add);
                case Rule.OfExperiment experiment ->
                    experiment.find(analysis, mask).ifPresent(out::add);
            }
        }
        UnexplainedErrorRule.find(analysis, mask)
                .filter(error -> out.stream().noneMatch(finding -> explains(finding, error)))
                .ifPresent(out::add);
        out.sort(WORST_FIRST);
        return List.copyOf(out);
    }

    /** Whether a finding has the same exception, about whichever numbers. */
    private static boolean explains(Finding finding, Finding error) {
        return finding.severity() == Severity.ERROR
                && finding.outcome() instanceof Outcome.Raises(var type, var message)
                && error.outcome() instanceof Outcome.Raises(var otherType, var otherMessage)
                && type == otherType
                && NUMBERS.matcher(message)
                        .replaceAll("#")
                        .equals(NUMBERS.matcher(otherMessage).replaceAll("#"));
    }

    /** All findings on labels without logits, the worst first. */
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
