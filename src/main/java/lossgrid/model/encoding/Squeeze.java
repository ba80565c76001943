package lossgrid.model.encoding;

import java.util.stream.IntStream;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import org.jspecify.annotations.Nullable;

/** {@code y.squeeze(dim)}: without dimension {@code dim} if its size is 1; if it is null, without all of size 1. */
public record Squeeze(@Argument(usual = "") @Nullable Integer dim) implements ReshapingStep {
    static Squeeze begin(LabelsBefore labels) {
        Shape shape = labels.shape();
        boolean isOneClass = shape.rank() == Nchw.RANK && shape.dim(Nchw.CLASS_DIM) == 1;
        return new Squeeze(
                isOneClass
                        ? Integer.valueOf(Nchw.CLASS_DIM)
                        : IntStream.range(0, shape.rank())
                                .boxed()
                                .filter(d -> shape.dim(d) == 1)
                                .findFirst()
                                .orElse(null));
    }

    @Override
    public Shape reshape(Shape shape) {
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

    @Override
    public String torchCode(String y) {
        return y + ".squeeze(" + (dim == null ? "" : dim) + ")";
    }
}
