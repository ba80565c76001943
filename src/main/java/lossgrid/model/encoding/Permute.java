package lossgrid.model.encoding;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.label.DimOps;

/** {@code y.permute(dims)}. */
public record Permute(List<Integer> dims) implements EncodingStep {
    public Permute {
        dims = List.copyOf(dims);
    }

    /** Channels that are last to where PyTorch wants them, others to the end. */
    static Permute begin(LabelsBefore labels) {
        Shape shape = labels.shape();
        boolean isColor = labels.narrowest() == -1;
        boolean isLast = isColor
                || (shape.rank() > 0 && shape.fromEnd(0) == labels.logits().dim(Nchw.CLASS_DIM));
        return new Permute(
                switch (shape.rank()) {
                    case 2 -> List.of(1, 0);
                    case Nchw.RANK - 1 -> isColor ? List.of(2, 0, 1) : List.of(1, 2, 0);
                    case Nchw.RANK -> isLast ? List.of(0, 3, 1, 2) : List.of(0, 2, 3, 1);
                    default -> IntStream.range(0, shape.rank()).boxed().toList();
                });
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return DimOps.permute(labels, dims.stream().mapToInt(Integer::intValue).toArray());
    }

    private String list() {
        return dims.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    public String torchCode(String y) {
        return y + ".permute(" + (dims.isEmpty() ? "()" : list()) + ")";
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        return "y.transpose((" + list() + "))";
    }
}
