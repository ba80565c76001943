package lossgrid.model.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lossgrid.core.LabelArray;
import lossgrid.model.Analysis;
import lossgrid.model.Palette;
import lossgrid.model.Stage;

/** Runs every rule. Pure. */
public final class Findings {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::kind);

    private static final List<Rule> RULES = List.of(
            new ColorMask(),
            new PaletteAsGrey(),
            new BinaryMask(),
            new ShiftedTwice(),
            new VoidNotIgnored(),
            new OneBased(),
            new Gaps(),
            new IndexOutOfRange(),
            new NotLong(),
            new SoftmaxBeforeCrossEntropy());

    private Findings() {}

    /**
     * All that is to be said about a document, the worst first.
     *
     * @param palettes those that colours and grey values are compared with
     */
    public static List<Finding> of(Analysis analysis, List<Palette> palettes) {
        MaskFacts facts = MaskFacts.of(present(analysis), analysis.experiment().source());
        Mask mask = new Mask(facts, MaskContext.of(analysis, facts, palettes));
        List<Finding> out = new ArrayList<>();
        for (Rule rule : RULES) {
            switch (rule) {
                case Rule.OfLabels labels -> labels.find(mask).ifPresent(out::add);
                case Rule.OfExperiment experiment ->
                    experiment.find(analysis, mask).ifPresent(out::add);
            }
        }
        out.sort(WORST_FIRST);
        return List.copyOf(out);
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

    /** The labels after the last encoding step that could be computed. */
    private static LabelArray present(Analysis analysis) {
        LabelArray out = analysis.experiment().labels();
        for (Stage<LabelArray> stage : analysis.encodingSteps()) {
            out = stage.value().orElse(out);
        }
        return out;
    }
}
