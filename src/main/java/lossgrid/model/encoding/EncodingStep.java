package lossgrid.model.encoding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.label.DimOps;
import lossgrid.core.label.Pointwise;
import lossgrid.core.label.Scatter;
import org.jspecify.annotations.Nullable;

/** One step that brings raw labels closer to a loss's target, as a line of PyTorch. */
public sealed interface EncodingStep {
    /**
     * Removes dimension {@code dim} if its size is 1, or every dimension of size 1 if it is null: {@code
     * y.squeeze(dim)}.
     */
    record Squeeze(@Nullable Integer dim) implements EncodingStep {}

    /** Inserts a dimension of size 1: {@code y.unsqueeze(dim)}. */
    record Unsqueeze(int dim) implements EncodingStep {}

    /** {@code y.to(dtype)}. */
    record Cast(DType dtype) implements EncodingStep {}

    /** {@code torch.nn.functional.one_hot(y, num_classes)}; −1 infers the number of classes from the largest label. */
    record OneHot(int numClasses) implements EncodingStep {}

    /** {@code y > above}: bool. */
    record Threshold(double above) implements EncodingStep {
        public Threshold {
            requireFinite(above);
        }
    }

    /** {@code y / by}, or with {@code floor} {@code torch.div(y, by, rounding_mode='floor')}. */
    record Divide(double by, boolean floor) implements EncodingStep {
        public Divide {
            requireFinite(by);
        }
    }

    /** {@code y + by}, or {@code y - by} for less than 0; whole numbers wrap around in their dtype. */
    record Shift(long by) implements EncodingStep {}

    /**
     * Replaces values: see {@link Pointwise#replace}.
     *
     * @param table sorted by {@code from}, which are all different
     * @param others the new value of those missing from the table; null keeps them
     */
    record Remap(List<Entry> table, @Nullable Long others) implements EncodingStep {
        /** One value and its replacement. */
        public record Entry(long from, long to) {}

        public Remap {
            table = table.stream()
                    .sorted((a, b) -> Long.compare(a.from(), b.from()))
                    .toList();
            Set<Long> seen = new HashSet<>();
            for (Entry entry : table) {
                if (!seen.add(entry.from())) {
                    throw new IllegalArgumentException(entry.from() + " stands twice in a table");
                }
            }
        }
    }

    /**
     * Turns colours {@code [.., H, W, 3]} or {@code [.., H, W, 4]} into classes {@code [.., H, W]} int64; alpha is
     * ignored.
     *
     * @param unknown the class of colours missing from the palette
     */
    record ColorsToIndices(Palette palette, long unknown) implements EncodingStep {}

    /** {@code y.select(dim, index)}. */
    record Select(int dim, int index) implements EncodingStep {}

    /** {@code y.permute(dims)}. */
    record Permute(List<Integer> dims) implements EncodingStep {
        public Permute {
            dims = List.copyOf(dims);
        }
    }

    /** {@code y.argmax(dim)}. */
    record ArgMax(int dim) implements EncodingStep {}

    /** Resizes the last two dimensions by nearest neighbours: see {@link DimOps#nearest}. */
    record Resize(int height, int width) implements EncodingStep {}

    /** A step that is switched off: it stays in the chain and changes nothing. */
    record Skipped(EncodingStep step) implements EncodingStep {
        public Skipped {
            if (step instanceof Skipped) {
                throw new IllegalArgumentException("switched off twice");
            }
        }
    }

    private static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite: " + number);
        }
    }

    /**
     * The labels after this step.
     *
     * @throws lossgrid.core.array.TorchException where PyTorch would raise
     */
    default LabelArray apply(LabelArray labels) {
        return switch (this) {
            case Squeeze(Integer dim) -> labels.reshape(squeezed(labels.shape(), dim));
            case Unsqueeze(int dim) ->
                labels.reshape(labels.shape().insert(labels.shape().wrapForInsertion(dim), 1));
            case Cast(DType dtype) -> labels.to(dtype);
            case OneHot(int numClasses) -> Scatter.oneHot(labels, numClasses);
            case Threshold(double above) -> Pointwise.greater(labels, above);
            case Divide(double by, boolean floor) ->
                floor ? Pointwise.floorDivide(labels, by) : Pointwise.divide(labels, by);
            case Shift(long by) ->
                EncodingCode.isSubtraction(by) ? Pointwise.subtract(labels, -by) : Pointwise.add(labels, by);
            case Remap(var table, Long others) ->
                Pointwise.replace(
                        labels,
                        table.stream().mapToLong(Remap.Entry::from).toArray(),
                        table.stream().mapToLong(Remap.Entry::to).toArray(),
                        others);
            case ColorsToIndices(var palette, long unknown) -> ColorLookup.apply(labels, palette, unknown);
            case Select(int dim, int index) -> DimOps.select(labels, dim, index);
            case Permute(var dims) ->
                DimOps.permute(labels, dims.stream().mapToInt(Integer::intValue).toArray());
            case ArgMax(int dim) -> DimOps.argmax(labels, dim);
            case Resize(int height, int width) -> DimOps.nearest(labels, height, width);
            case Skipped(var _) -> labels;
        };
    }

    /**
     * {@link #apply} to labels that differ from those of {@code earlier} at {@code elements} only.
     *
     * @return empty where an element of the result does not depend on the same element only, in row-major order
     */
    default Optional<LabelArray> applyAt(int[] elements, LabelArray labels, LabelArray earlier) {
        return switch (this) {
            // These share all data.
            case Squeeze _, Unsqueeze _, Skipped _ -> Optional.of(apply(labels));
            case Cast _, Threshold _, Divide _, Shift _, Remap _ ->
                Optional.of(earlier.with(elements, apply(DimOps.elements(labels, elements))));
            case OneHot _, ColorsToIndices _, Select _, Permute _, ArgMax _, Resize _ -> Optional.empty();
        };
    }

    private static Shape squeezed(Shape shape, @Nullable Integer dim) {
        if (dim != null) {
            int d = shape.wrap(dim);
            return shape.rank() > 0 && shape.dim(d) == 1 ? shape.remove(d) : shape;
        }
        Shape out = shape;
        for (int d = shape.rank() - 1; d >= 0; d--) {
            out = shape.dim(d) == 1 ? out.remove(d) : out;
        }
        return out;
    }

    /**
     * The expression in PyTorch, applied to {@code y}; {@link EncodingCode#definitions} has the functions that it
     * calls. A step that is switched off is just {@code y}.
     */
    default String torchCode(String y) {
        return EncodingCode.of(this, y);
    }
}
