package lossgrid.model.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.mistake.MistakePair;

/**
 * Two experiments side by side: on the left what the user's code does, on the right what it should do. A side for which
 * PyTorch raises has no map, number or gradient; its {@link Analysis} holds the exception.
 *
 * @param leftMap the loss of every pixel, {@code [N, H, W]}
 * @param difference left minus right; empty unless both maps exist and have the same shape
 * @param gradients empty unless both exist
 * @param range the common colour range of both maps
 */
public record Comparison(
        Analysis left,
        Analysis right,
        Optional<LossMap> leftMap,
        Optional<LossMap> rightMap,
        Optional<LossDifference> difference,
        Optional<GradientComparison> gradients,
        SharedRange range,
        List<Remark> remarks) {
    public Comparison {
        remarks = List.copyOf(remarks);
    }

    /** Compares the documents of a mistake, with the wrong one on the left. */
    public static Comparison of(MistakePair pair) {
        return of(Analyzer.analyze(pair.wrong()), Analyzer.analyze(pair.right()));
    }

    public static Comparison of(Analysis left, Analysis right) {
        Optional<LossMap> leftMap = LossMap.of(left);
        Optional<LossMap> rightMap = LossMap.of(right);
        Optional<LossDifference> difference = leftMap.flatMap(
                a -> rightMap.filter(b -> a.values().shape().equals(b.values().shape()))
                        .map(b -> LossDifference.of(a.values(), b.values())));
        Optional<GradientComparison> gradients =
                left.gradient().value().flatMap(a -> right.gradient().value().map(b -> GradientComparison.of(a, b)));
        List<Tensor> maps = Stream.of(leftMap, rightMap)
                .flatMap(Optional::stream)
                .map(LossMap::values)
                .toList();
        Comparison bare =
                new Comparison(left, right, leftMap, rightMap, difference, gradients, SharedRange.of(maps), List.of());
        return new Comparison(left, right, leftMap, rightMap, difference, gradients, bare.range, RemarkFinder.of(bare));
    }

    public Analysis analysis(ComparisonSide side) {
        return side == ComparisonSide.LEFT ? left : right;
    }

    public Optional<LossMap> map(ComparisonSide side) {
        return side == ComparisonSide.LEFT ? leftMap : rightMap;
    }

    /** The reduced loss, as PyTorch prints it; with reduction none the sum. Empty for a side that raises. */
    public Optional<Float> number(ComparisonSide side) {
        return analysis(side).loss().value().map(LossResult::value);
    }

    /** The left number minus the right one: 0 for two NaN or the same infinity, empty where a side raises. */
    public OptionalDouble numberDifference() {
        Optional<Float> a = number(ComparisonSide.LEFT);
        Optional<Float> b = number(ComparisonSide.RIGHT);
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(Float.compare(a.get(), b.get()) == 0 ? 0 : (double) a.get() - b.get())
                : OptionalDouble.empty();
    }

    /** Whether both sides have a map and a number, and these are the same. */
    public boolean isSame() {
        OptionalDouble number = numberDifference();
        return difference.filter(LossDifference::isNone).isPresent() && number.isPresent() && number.getAsDouble() == 0;
    }
}
