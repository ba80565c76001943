package lossgrid.model.finding;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.Palette;
import lossgrid.model.example.ClassCount;

/**
 * The context in which rules examine labels.
 *
 * @param classes the number of classes: C, or 2 for one channel
 * @param ignoreIndex labels of this value are ignored
 * @param palettes those that colours and grey values are compared with
 * @param isAssumed whether the number of classes is only guessed from the labels
 * @param analysis the analysis of the labels' document; none for a file
 */
public record MaskContext(
        ExpectedTarget wanted,
        int classes,
        boolean isAssumed,
        long ignoreIndex,
        List<Palette> palettes,
        Optional<Analysis> analysis) {
    public MaskContext {
        palettes = List.copyOf(palettes);
    }

    /** The context of a mask on disk. */
    public static MaskContext ofFile(int classes, long ignoreIndex, List<Palette> palettes) {
        return new MaskContext(ExpectedTarget.FILE, classes, false, ignoreIndex, palettes, Optional.empty());
    }

    /** The context of a document's labels after the last encoding step that could be computed. */
    public static MaskContext of(Analysis analysis, MaskFacts facts, List<Palette> palettes) {
        Experiment experiment = analysis.experiment();
        boolean isAssumed = experiment.hasExampleLogits()
                && !experiment.isBinary()
                && ClassCount.of(experiment, palettes).origin().isAssumed();
        return new MaskContext(
                ExpectedTarget.of(experiment, facts.shape()),
                experiment.classCount(),
                isAssumed,
                experiment.options().ignoreIndex(),
                palettes,
                Optional.of(analysis));
    }

    /** Whether {@code value} is a class. */
    public boolean isClass(double value) {
        return value >= 0 && value < classes && value == Math.rint(value);
    }

    /** Whether the loss ignores labels of this value. */
    public boolean isIgnored(double value) {
        return wanted.isIndices() && value == ignoreIndex;
    }
}
