package lossgrid.model.finding.rule.value;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.NetworkOutput;
import lossgrid.model.example.SpatialDims;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ExpectedTarget;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;
import lossgrid.model.finding.MarkedCells;
import lossgrid.model.finding.MaskFacts;
import lossgrid.model.finding.Outcome;
import lossgrid.model.finding.Severity;
import lossgrid.model.finding.evidence.FindingOutcomes;
import lossgrid.model.finding.evidence.MaskEvidence;
import lossgrid.model.finding.evidence.MinimalExample;
import lossgrid.model.finding.evidence.Rule;
import lossgrid.model.finding.evidence.ValuePattern;

/**
 * Fires when labels look like a network's output before softmax or sigmoid: fractions, some of them negative, of which
 * hardly two are equal. Shares of classes and soft masks are never negative, and scaled masks have few different
 * values.
 */
public final class LogitsForLabelsRule implements Rule.OfLabels {
    @Override
    public Optional<Finding> find(MaskEvidence mask) {
        if (mask.valuePattern() != ValuePattern.LOGITS) {
            return Optional.empty();
        }
        MaskFacts facts = mask.facts();
        return Optional.of(new Finding(
                FindingKind.LOGITS_FOR_LABELS,
                Severity.ERROR,
                mask.context()
                        .analysis()
                        .map(analysis -> FindingOutcomes.ofShape(analysis, facts.shape(), facts.dtype()))
                        .orElseGet(() -> ofFile(mask)),
                List.of(
                        new Argument.Figure(facts.histogram().least()),
                        new Argument.Figure(facts.histogram().greatest()),
                        new Argument.Sizes(facts.shape())),
                MarkedCells.none(),
                mask.context()
                        .analysis()
                        .flatMap(analysis -> fix(analysis, facts))
                        .map(List::of)
                        .orElse(List.of())));
    }

    /**
     * The outcome for a file: CrossEntropyLoss treats floating labels as shares of the classes where there is one for
     * each logit.
     */
    private static Outcome ofFile(MaskEvidence mask) {
        Shape shape = mask.facts().shape();
        if (shape.rank() < Nchw.RANK) {
            return MinimalExample.of(mask.context())
                    .dtype(ExpectedTarget.FILE, mask.facts().dtype());
        }
        return shape.dim(Nchw.CLASS_DIM) == mask.context().classes()
                ? new Outcome.SilentlyWrong()
                : MinimalExample.of(mask.context()).rank();
    }

    private static Optional<Fix> fix(Analysis analysis, MaskFacts facts) {
        Shape shape = facts.shape();
        Shape ofDocument = analysis.experiment().logits().shape();
        boolean isChannelsLast = SpatialDims.of(shape, facts.source().orElse(null))
                .filter(axes -> axes.columns() + 1 < shape.rank())
                .isPresent();
        if (!NetworkOutput.fits(shape) || isChannelsLast) {
            return Optional.empty();
        }
        boolean isSqueezed = ofDocument.dim(Nchw.CLASS_DIM) == 1 && shape.equals(ofDocument.remove(Nchw.CLASS_DIM));
        LabelArray logits = isSqueezed ? facts.labels().reshape(ofDocument) : facts.labels();
        return Optional.of(Fix.of(
                FixKind.TAKE_AS_LOGITS,
                new Edit.UseAsLogits(logits, facts.source()),
                new Argument.Sizes(NetworkOutput.shape(logits.shape()))));
    }
}
