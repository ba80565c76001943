package lossgrid.io.python;

import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.LossKind;

/**
 * The change of the loss when its inputs change by one unit in the last place, as they do between machines and versions
 * of PyTorch. It is tiny for logits, but {@code log(1 - q)} of a q close to 1 amplifies it.
 */
final class RoundingError {
    private RoundingError() {}

    /** The change of the reduced loss, if every input changes in the same direction. */
    static double ofReduced(Analysis analysis) {
        double sum = 0;
        for (int i = 0; i < input(analysis).size(); i++) {
            sum += at(analysis, i);
        }
        return sum;
    }

    /** The change of the element that changes most. */
    static double ofUnreduced(Analysis analysis) {
        double most = 0;
        for (int i = 0; i < input(analysis).size(); i++) {
            most = Math.max(most, at(analysis, i));
        }
        return 2 * most;
    }

    private static double at(Analysis analysis, int i) {
        LossResult loss = analysis.loss().value().orElseThrow();
        double change = Math.abs((double) loss.gradient().at(i))
                * Math.ulp(input(analysis).at(i));
        return Double.isFinite(change) ? change : 0;
    }

    private static Tensor input(Analysis analysis) {
        Stage<Tensor> input = analysis.experiment().recipe().loss() == LossKind.BY_HAND
                ? analysis.probabilities()
                : analysis.activated();
        return input.value().orElseThrow();
    }
}
