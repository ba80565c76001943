package lossgrid.model.finding.rule.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lossgrid.core.array.TorchException;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.OneHot;
import lossgrid.model.encoding.Permute;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.EncodingFixes;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.RecipeFacts;

/** Reports PyTorch's exception where no rule explains it: that of an encoding step, the activation or the loss. */
public final class UnexplainedErrorRule {
    private UnexplainedErrorRule() {}

    public static Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        return FindingOutcomes.thrown(analysis.encoded())
                .map(exception -> finding(analysis, mask, exception, stepCode(analysis)))
                .or(() -> FindingOutcomes.thrown(analysis.activated())
                        .map(exception -> finding(
                                analysis,
                                mask,
                                exception,
                                experiment.recipe().activation().torchCode("x"))))
                .or(() -> FindingOutcomes.thrown(analysis.loss())
                        .map(exception -> finding(analysis, mask, exception, RecipeFacts.lossName(experiment))));
    }

    private static String stepCode(Analysis analysis) {
        return EncodingFixes.thrown(analysis).map(step -> step.torchCode("y")).orElse("y");
    }

    private static Finding finding(Analysis analysis, MaskEvidence mask, Outcome.Raises exception, String code) {
        return new Finding(
                FindingKind.REFUSED,
                Severity.ERROR,
                exception,
                List.of(
                        new Argument.Code(code),
                        new Argument.Sizes(mask.facts().shape()),
                        new Argument.Sizes(analysis.experiment().logits().shape())),
                MarkedCells.none(),
                fixes(analysis, mask));
    }

    private static List<Fix> fixes(Analysis analysis, MaskEvidence mask) {
        Optional<EncodingStep> thrown = EncodingFixes.thrown(analysis);
        return thrown.isPresent()
                ? List.of(Fix.of(
                        FixKind.REMOVE_STEP,
                        EncodingFixes.replace(analysis.experiment(), without(analysis)),
                        new Argument.Code(thrown.get().torchCode("y"))))
                : ofOptions(analysis)
                        .or(() -> ofShape(analysis, mask))
                        .map(List::of)
                        .orElse(List.of());
    }

    /** Options that make the loss raise whatever the labels are. */
    private static Optional<Fix> ofOptions(Analysis analysis) {
        Experiment experiment = analysis.experiment();
        LossOptions options = experiment.options();
        boolean hasShares = analysis.encoded()
                .value()
                .filter(y -> y.dtype().isFloatingPoint()
                        && y.shape().equals(experiment.logits().shape()))
                .isPresent();
        if (OptionName.LABEL_SMOOTHING.isRead(experiment)
                && !(options.labelSmoothing() >= 0 && options.labelSmoothing() <= 1)) {
            return Optional.of(Fix.of(FixKind.NO_SMOOTHING, new Edit.SetOptions(options.withLabelSmoothing(0))));
        }
        boolean isIgnoring =
                experiment.recipe().loss() == LossKind.CROSS_ENTROPY_LOSS && hasShares && options.ignoreIndex() >= 0;
        return isIgnoring
                ? Optional.of(Fix.of(
                        FixKind.DEFAULT_IGNORE_INDEX,
                        new Edit.SetOptions(options.withIgnoreIndex(LossOptions.DEFAULT_IGNORE_INDEX))))
                : Optional.empty();
    }

    /** Takes the labels to the shape and type of the target, without the one-hot steps if that alone does it. */
    private static Optional<Fix> ofShape(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        List<EncodingStep> indices = experiment.encoding().stream()
                .filter(step -> !(step instanceof OneHot || step instanceof Permute))
                .toList();
        return Stream.of(EncodingFixes.append(mask), EncodingFixes.replace(experiment, indices))
                .filter(edit -> isFurther(analysis, Analyzer.analyze(Edits.apply(experiment, edit))))
                .findFirst()
                .map(edit -> Fix.of(FixKind.FIT_SHAPE, edit));
    }

    /** Whether PyTorch raises no longer, or for a label that is no class: in the next thing that it looks at. */
    private static boolean isFurther(Analysis before, Analysis after) {
        Optional<Outcome.Raises> exception = FindingOutcomes.exception(after);
        boolean wasIndex = FindingOutcomes.exception(before)
                .filter(UnexplainedErrorRule::isOfIndex)
                .isPresent();
        return exception.isEmpty() || (isOfIndex(exception.get()) && !wasIndex);
    }

    private static boolean isOfIndex(Outcome.Raises exception) {
        return exception.type() == TorchException.Type.INDEX_ERROR;
    }

    private static List<EncodingStep> without(Analysis analysis) {
        List<EncodingStep> steps = new ArrayList<>(analysis.experiment().encoding());
        steps.remove(EncodingFixes.computed(analysis));
        return steps;
    }
}
