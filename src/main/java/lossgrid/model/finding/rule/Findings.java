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
import lossgrid.model.finding.evidence.Mask;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.Stages;

/** Runs every rule. Pure. */
public final class Findings {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::kind);

    private static final List<Rule> RULES = List.of(
            new StoredType(),
            new ColorMask(),
            new LogitsForLabels(),
            new PaletteAsGrey(),
            new BinaryMask(),
            new ShiftedTwice(),
            new VoidedTwice(),
            new VoidNotIgnored(),
            new OneBased(),
            new Gaps(),
            new IndexOutOfRange(),
            new ScaledToZero(),
            new InterpolatedEdges(),
            new TargetOutsideUnit(),
            new OneHotChannelsLast(),
            new OneHotForIndices(),
            new IndicesForOneHot(),
            new Layout(),
            new NotLong(),
            new NotFloat(),
            new OneChannelSoftmax(),
            new TwoChannelBce(),
            new WrongDim(),
            new SoftmaxBeforeCrossEntropy(),
            new SigmoidBeforeBceWithLogits(),
            new LogitsForProbabilities(),
            new IntoNll(),
            WeightShape.ofWeight(),
            WeightShape.ofPosWeight(),
            new WeightOrder(),
            new AllIgnored(),
            new ZeroPadding(),
            new IgnoreIndexAbsent(),
            new ClassImbalance(),
            new PredictedLabels(),
            new MeanOfMeans(),
            new EqualAxes());

    private Findings() {}

    /**
     * All that is to be said about a document, the worst first.
     *
     * @param palettes those that colours and grey values are compared with
     */
    public static List<Finding> of(Analysis analysis, List<Palette> palettes) {
        MaskFacts facts =
                MaskFacts.of(Stages.last(analysis), analysis.experiment().source());
        Mask mask = new Mask(facts, MaskContext.of(analysis, facts, palettes));
        List<Finding> out = new ArrayList<>();
        for (Rule rule : RULES) {
            switch (rule) {
                case Rule.OfLabels labels -> labels.find(mask).ifPresent(out::add);
                case Rule.OfExperiment experiment ->
                    experiment.find(analysis, mask).ifPresent(out::add);
            }
        }
        if (out.stream().noneMatch(Findings::isRefusal)) {
            Refused.find(analysis, mask).ifPresent(out::add);
        }
        out.sort(WORST_FIRST);
        return List.copyOf(out);
    }

    private static boolean isRefusal(Finding finding) {
        return finding.severity() == Severity.ERROR
                && finding.outcome() instanceof Outcome.Raises(var type, var _)
                && type != TorchException.Type.TYPE_ERROR;
    }

    /** All that is to be said about labels without logits, the worst first. */
    public static List<Finding> ofMask(MaskFacts facts, MaskContext context) {
        Mask mask = new Mask(facts, context);
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
