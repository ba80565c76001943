package lossgrid.ui.session;

import java.util.Optional;
import java.util.OptionalLong;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.BatchMeans;
import lossgrid.model.analysis.Denominator;
import lossgrid.model.analysis.OneHot;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Descent;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.ValidLabels;
import lossgrid.paint.grid.OneHotGrid;
import lossgrid.paint.overview.LabelOverview;
import lossgrid.paint.overview.Overview;
import lossgrid.paint.overview.PixelMask;
import org.jspecify.annotations.Nullable;

/**
 * All that the board shows of an analysis and that takes a look at every number. For large documents it is found in the
 * background along with the analysis, so that no refresh, hover or pan goes through an array.
 *
 * @param mask of the pixels that are ignored
 * @param oneHotText the most characters that a number of the one-hot takes
 * @param obstacle to a step down the gradient
 */
public record BoardFacts(
        Analysis analysis,
        PixelMask mask,
        Overview logits,
        LabelOverview labels,
        Optional<Overview> probabilities,
        Optional<Overview> oneHot,
        int oneHotText,
        Optional<Overview> losses,
        Optional<Overview> gradient,
        Optional<BatchMeans> batchMeans,
        Optional<Denominator> denominator,
        Optional<Descent.Reason> obstacle) {

    public static BoardFacts of(Analysis analysis) {
        return of(analysis, null);
    }

    /**
     * Finds what the board shows of an analysis.
     *
     * @param before of an earlier analysis: what the two share need not be looked at again
     */
    @SuppressWarnings("ReferenceEquality") // Of what an analysis hands on to the next.
    public static BoardFacts of(Analysis analysis, @Nullable BoardFacts before) {
        Experiment experiment = analysis.experiment();
        Optional<BoardFacts> old = Optional.ofNullable(before);
        Optional<BoardFacts> sameTarget = old.filter(facts -> hasSameTarget(facts.analysis, analysis));
        Overview logits = Overview.of(experiment.logits(), PixelMask.NONE, before == null ? null : before.logits());
        PixelMask mask = old.filter(facts -> facts.analysis.ignored() == analysis.ignored())
                .map(BoardFacts::mask)
                .orElseGet(() -> mask(analysis));
        Optional<Tensor> oneHot = analysis.oneHot().value().map(OneHot::values);
        Optional<Overview> gradient =
                analysis.gradient().value().map(g -> overview(g, mask, old.flatMap(BoardFacts::gradient)));
        return new BoardFacts(
                analysis,
                mask,
                logits,
                LabelOverview.of(experiment.labels(), rule(experiment), before == null ? null : before.labels()),
                // Without an activation they may be the logits themselves.
                analysis.probabilities()
                        .value()
                        .map(q -> overview(
                                q,
                                PixelMask.NONE,
                                old.flatMap(BoardFacts::probabilities).or(() -> Optional.of(logits)))),
                oneHot.map(p -> overview(p, mask, old.flatMap(BoardFacts::oneHot))),
                sameTarget.map(BoardFacts::oneHotText).orElseGet(() -> oneHot.map(OneHotGrid::longest)
                        .orElse(1)),
                analysis.loss()
                        .value()
                        .map(LossResult::lossPerPixel)
                        // Losses of pixels lie as the pixels do; binary ones have a channel, and ignore nothing.
                        .map(loss -> overview(
                                loss,
                                loss.shape().rank() == Nchw.PIXELS_RANK ? mask : PixelMask.NONE,
                                old.flatMap(BoardFacts::losses))),
                gradient,
                analysis.loss().value().flatMap(loss -> BatchMeans.of(analysis, loss)),
                sameTarget
                        .map(BoardFacts::denominator)
                        .orElseGet(() -> analysis.loss().value().map(loss -> Denominator.of(analysis, loss))),
                isFinite(logits, gradient) ? Descent.obstacle(analysis, true) : Descent.obstacle(analysis));
    }

    /** Whether targets and options are the very same, as they are when few logits have changed. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean hasSameTarget(Analysis then, Analysis now) {
        // An analysis that does not go on from the other finds both anew, whatever they are.
        return then.oneHot() == now.oneHot() && then.ignored() == now.ignored();
    }

    private static PixelMask mask(Analysis analysis) {
        return analysis.ignored().count() == 0
                ? PixelMask.NONE
                : PixelMask.of(GridShape.of(analysis.experiment().logits().shape()), analysis.ignored()::contains);
    }

    /**
     * Whether no slope can be other than finite: where a pixel is ignored, so that its slope is not seen, that follows
     * from its logits.
     */
    private static boolean isFinite(Overview logits, Optional<Overview> gradient) {
        return logits.isFinite() && gradient.map(Overview::isFinite).orElse(false);
    }

    private static Overview overview(Tensor values, PixelMask mask, Optional<Overview> before) {
        return Overview.of(values, mask, before.orElse(null));
    }

    /** The raw labels that are classes or ignored. */
    public static ValidLabels rule(Experiment experiment) {
        LabelArray y = experiment.labels();
        return experiment.isBinary() || y.dtype().isFloatingPoint()
                ? ValidLabels.of(experiment.classCount())
                : new ValidLabels(
                        experiment.classCount(),
                        OptionalLong.of(experiment.options().ignoreIndex()));
    }
}
