package lossgrid.model.analysis;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import org.jspecify.annotations.Nullable;

/** The origin of the number that a reduction divides by. */
public sealed interface Denominator {
    /** One for each pixel that is not ignored. */
    record Pixels(int pixels, int ignored) implements Denominator {}

    /** One for each value of a binary loss. */
    record Values(int values) implements Denominator {}

    /** The weights of the targets that count: Σ w[y]. */
    record Weights(List<Term> terms, int ignored) implements Denominator {}

    /** Nothing is divided: reduction sum or none. */
    record Nothing() implements Denominator {}

    /**
     * The contribution of the targets of one class to Σ w[y].
     *
     * @param mass how many targets are of this class; for targets that are probabilities, their sum
     */
    record Term(int label, double mass, double weight) {}

    /** The denominator of {@code loss}, which must be the analysis's own. */
    static Denominator of(Analysis analysis, LossResult loss) {
        Experiment experiment = analysis.experiment();
        if (loss.reduction() != Reduction.MEAN) {
            return new Nothing();
        }
        if (experiment.isBinary()) {
            return new Values(loss.pixels());
        }
        boolean byHand = experiment.recipe().loss() == LossKind.BY_HAND;
        boolean hasProbabilities = hasProbabilities(analysis);
        Tensor weight = experiment.options().weight();
        if (hasProbabilities ? !byHand : weight == null) {
            return new Pixels(loss.pixels(), analysis.ignored().count());
        }
        return analysis.oneHot()
                .value()
                .<Denominator>map(p -> new Weights(
                        terms(p.values(), weight), analysis.ignored().count()))
                .orElseGet(() -> new Pixels(loss.pixels(), analysis.ignored().count()));
    }

    /** Whether the loss has factors that its mean does not divide by, so that they scale the result. */
    static boolean leavesOutWeight(Analysis analysis) {
        Experiment experiment = analysis.experiment();
        LossOptions options = experiment.options();
        return switch (experiment.recipe().loss()) {
            case BCE_LOSS -> options.weight() != null;
            case BCE_WITH_LOGITS_LOSS -> options.weight() != null || options.posWeight() != null;
            case NLL_LOSS -> false;
            case CROSS_ENTROPY_LOSS -> options.weight() != null && hasProbabilities(analysis);
            case BY_HAND -> experiment.isBinary() && (options.weight() != null || options.posWeight() != null);
        };
    }

    private static boolean hasProbabilities(Analysis analysis) {
        LabelArray y = analysis.encoded().value().orElse(analysis.experiment().labels());
        return ByHandLosses.isDistribution(y, analysis.experiment().logits().shape());
    }

    private static List<Term> terms(Tensor p, @Nullable Tensor weight) {
        Nchw layout = Nchw.of(p.shape());
        double[] mass = new double[layout.classes()];
        for (int i = 0; i < p.size(); i++) {
            mass[layout.classOf(i)] += p.at(i);
        }
        List<Term> terms = new ArrayList<>();
        for (int c = 0; c < layout.classes(); c++) {
            double factor = weight == null ? 1 : weight.at(weight.size() == 1 ? 0 : c);
            if (mass[c] != 0) {
                terms.add(new Term(c, mass[c], factor));
            }
        }
        return List.copyOf(terms);
    }
}
