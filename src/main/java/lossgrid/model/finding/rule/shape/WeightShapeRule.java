package lossgrid.model.finding.rule.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.array.TorchException;
import lossgrid.core.label.Broadcast;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.edit.Edit;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.MinimalExample;
import lossgrid.model.finding.evidence.Rule;

/**
 * Fires when a loss raises for the length of its weight or pos_weight: not C for a loss over classes, one that does not
 * broadcast with the logits for a binary one. In a binary loss over several channels it also fires for a vector of C
 * factors, which broadcasts along the columns.
 */
public final class WeightShapeRule implements Rule.OfExperiment {
    private final OptionName option;

    private WeightShapeRule(OptionName option) {
        this.option = option;
    }

    public static WeightShapeRule ofWeight() {
        return new WeightShapeRule(OptionName.WEIGHT);
    }

    public static WeightShapeRule ofPosWeight() {
        return new WeightShapeRule(OptionName.POS_WEIGHT);
    }

    @Override
    public Optional<Finding> find(Analysis analysis, MaskEvidence mask) {
        Experiment experiment = analysis.experiment();
        if (!option.isRead(experiment)) {
            return Optional.empty();
        }
        return weight(experiment.options())
                .flatMap(weight ->
                        experiment.isBinary() ? ofBinary(experiment, weight) : ofClasses(mask, experiment, weight));
    }

    private Optional<Tensor> weight(LossOptions options) {
        return Optional.ofNullable(option == OptionName.WEIGHT ? options.weight() : options.posWeight());
    }

    private Edit set(Experiment experiment, Optional<Tensor> weight) {
        LossOptions options = experiment.options();
        Tensor value = weight.orElse(null);
        return new Edit.SetOptions(
                option == OptionName.WEIGHT ? options.withWeight(value) : options.withPosWeight(value));
    }

    private Optional<Finding> ofClasses(MaskEvidence mask, Experiment experiment, Tensor weight) {
        return weight.size() != experiment.channels()
                        && MinimalExample.of(mask.context())
                                        .weight(mask.context().wanted(), weight)
                                instanceof Outcome.Raises exception
                ? Optional.of(finding(experiment, FindingKind.WEIGHT_LENGTH, exception, weight))
                : Optional.empty();
    }

    private Optional<Finding> ofBinary(Experiment experiment, Tensor weight) {
        Shape logits = experiment.logits().shape();
        boolean perClass =
                weight.shape().rank() == 1 && weight.size() == experiment.channels() && experiment.channels() > 1;
        Outcome outcome = broadcast(weight.shape(), logits);
        FindingKind kind = perClass ? FindingKind.WEIGHT_AXIS : FindingKind.WEIGHT_LENGTH;
        return perClass || outcome instanceof Outcome.Raises
                ? Optional.of(finding(experiment, kind, outcome, weight))
                : Optional.empty();
    }

    /** The outcome of broadcasting as the loss does it, with the shapes in the order of its message. */
    private Outcome broadcast(Shape weight, Shape logits) {
        try {
            Shape result =
                    option == OptionName.WEIGHT ? Broadcast.shape(logits, weight) : Broadcast.shape(weight, logits);
            Broadcast.requireOutput(logits, result);
            return new Outcome.SilentlyWrong();
        } catch (TorchException exception) {
            return new Outcome.Raises(exception.type(), exception.words());
        }
    }

    private Finding finding(Experiment experiment, FindingKind kind, Outcome outcome, Tensor weight) {
        Shape logits = experiment.logits().shape();
        Argument name = new Argument.Code(option.torchName());
        boolean axis = kind == FindingKind.WEIGHT_AXIS;
        List<Fix> fixes = new ArrayList<>();
        if (axis) {
            Shape along = Shape.of(experiment.channels(), 1, 1);
            fixes.add(Fix.of(
                    FixKind.WEIGHT_ALONG_CLASSES,
                    set(experiment, Optional.of(weight.reshape(along))),
                    name,
                    new Argument.Sizes(along)));
        }
        fixes.add(Fix.of(FixKind.NO_WEIGHT, set(experiment, Optional.empty()), name));
        return new Finding(
                kind,
                outcome instanceof Outcome.Raises ? Severity.ERROR : Severity.WARNING,
                outcome,
                List.of(
                        name,
                        new Argument.Sizes(weight.shape()),
                        axis ? new Argument.Value(experiment.width()) : new Argument.Sizes(logits)),
                MarkedCells.none(),
                fixes);
    }
}
