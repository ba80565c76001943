package lossgrid.model.finding.rule.recipe;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Nchw;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.RecipeFacts;
import lossgrid.model.finding.evidence.Rule;

/** Fires when a softmax or log_softmax runs along another dimension than 1, or its dim is out of range. */
public final class SoftmaxDimRule implements Rule.OfExperiment {
    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        if (!RecipeFacts.isWrongDim(experiment)) {
            return Optional.empty();
        }
        Activation activation = experiment.recipe().activation();
        Optional<Outcome.Raises> exception = FindingOutcomes.thrown(analysis.activated());
        int dim = dim(activation);
        int at = exception.isPresent() ? Nchw.RANK : dim < 0 ? dim + Nchw.RANK : dim;
        Fix fix = Fix.of(FixKind.CLASS_DIM, new Edit.SetRecipe(RecipeFacts.with(experiment, alongClasses(activation))));
        return Optional.of(new Finding(
                FindingKind.SOFTMAX_WRONG_DIM,
                Severity.ERROR,
                exception.<Outcome>map(raised -> raised).orElseGet(Outcome.SilentlyWrong::new),
                List.of(
                        new Argument.Code(RecipeFacts.name(activation)),
                        new Argument.Code(Integer.toString(dim)),
                        new Argument.Count(at)),
                MarkedCells.none(),
                List.of(fix)));
    }

    private static int dim(Activation activation) {
        return switch (activation) {
            case Activation.Softmax(int dim) -> dim;
            case Activation.LogSoftmax(int dim) -> dim;
            case Activation.None(), Activation.Sigmoid() -> Nchw.CLASS_DIM;
        };
    }

    private static Activation alongClasses(Activation activation) {
        return switch (activation) {
            case Activation.Softmax(var _) -> new Activation.Softmax(Nchw.CLASS_DIM);
            case Activation.LogSoftmax(var _) -> new Activation.LogSoftmax(Nchw.CLASS_DIM);
            case Activation.None(), Activation.Sigmoid() -> activation;
        };
    }
}
