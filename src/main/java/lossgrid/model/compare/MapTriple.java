package lossgrid.model.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;

/**
 * The maps of a comparison: both sides and their difference, {@code [N, H, W]} or {@code [N, C, H, W]}.
 *
 * @param difference left minus right; empty unless both sides exist and have the same shape
 * @param range the common range of both sides
 * @param reach the largest finite absolute difference
 */
public record MapTriple(
        Optional<Tensor> left, Optional<Tensor> right, Optional<Tensor> difference, SharedRange range, float reach) {

    public static MapTriple of(Comparison comparison, MapQuantity quantity) {
        return switch (quantity) {
            case LOSS ->
                new MapTriple(
                        comparison.leftMap().map(LossMap::values),
                        comparison.rightMap().map(LossMap::values),
                        comparison.difference().map(LossDifference::values),
                        comparison.range(),
                        comparison.difference().map(LossDifference::reach).orElse(0f));
            case GRADIENT ->
                of(
                        comparison.left().gradient().value(),
                        comparison.right().gradient().value());
        };
    }

    private static MapTriple of(Optional<Tensor> left, Optional<Tensor> right) {
        Optional<Tensor> difference =
                left.flatMap(a -> right.filter(b -> a.shape().equals(b.shape())).map(b -> difference(a, b)));
        float reach = 0;
        if (difference.isPresent()) {
            SharedRange of = SharedRange.of(List.of(difference.get()));
            reach = Math.max(-of.least(), of.most());
        }
        SharedRange range =
                SharedRange.of(Stream.of(left, right).flatMap(Optional::stream).toList());
        return new MapTriple(left, right, difference, range, reach);
    }

    /** Reads plane by plane, since a gradient may be computed when it is read. */
    private static Tensor difference(Tensor left, Tensor right) {
        float[] other = new float[left.shape().planeSize()];
        return Tensor.read(left.shape(), (plane, out) -> {
            left.copy(plane, 0, out, out.length);
            right.copy(plane, 0, other, out.length);
            for (int i = 0; i < out.length; i++) {
                out[i] = LossDifference.between(out[i], other[i]);
            }
        });
    }

    public Optional<Tensor> map(ComparisonSide side) {
        return side == ComparisonSide.LEFT ? left : right;
    }

    /** The larger number of batches of the two sides. */
    public int batches() {
        return most(0, 1);
    }

    /** The larger number of channels of the two sides; 1 for losses. */
    public int channels() {
        return most(Nchw.CLASS_DIM, Nchw.RANK);
    }

    private int most(int dim, int leastRank) {
        return Stream.of(left, right)
                .flatMap(Optional::stream)
                .map(Tensor::shape)
                .filter(shape -> shape.rank() >= leastRank)
                .mapToInt(shape -> shape.dim(dim))
                .max()
                .orElse(1);
    }

    /** The plane of one batch and channel, each map as {@code [1, H, W]}; a map without such a plane is absent. */
    public MapTriple plane(int n, int c) {
        return new MapTriple(plane(left, n, c), plane(right, n, c), plane(difference, n, c), range, reach);
    }

    private static Optional<Tensor> plane(Optional<Tensor> map, int n, int c) {
        return map.flatMap(values -> {
            Shape shape = values.shape();
            int channels = Nchw.depth(shape);
            if (n >= shape.dim(0) || c >= channels) {
                return Optional.empty();
            }
            int plane = n * channels + c;
            Shape one = Shape.of(1, shape.fromEnd(1), shape.fromEnd(0));
            return Optional.of(Tensor.read(one, (_, out) -> values.copy(plane, 0, out, out.length)));
        });
    }
}
