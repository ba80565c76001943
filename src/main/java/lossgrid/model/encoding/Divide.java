package lossgrid.model.encoding;

import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.label.Pointwise;
import lossgrid.model.text.PythonLiteral;

/** {@code y / by}, or with {@code floor} {@code torch.div(y, by, rounding_mode='floor')}. */
public record Divide(
        @Argument(zero = false) double by,
        @Argument(usual = "false") boolean floor) implements PointwiseStep {
    public Divide {
        if (!Double.isFinite(by)) {
            throw new IllegalArgumentException("not finite: " + by);
        }
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return floor ? Pointwise.floorDivide(labels, by) : Pointwise.divide(labels, by);
    }

    @Override
    public String torchCode(String y) {
        String number = PythonLiteral.typed(by);
        return floor ? "torch.div(" + y + ", " + number + ", rounding_mode=\"floor\")" : y + " / " + number;
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        DType common = Pointwise.common(before.dtype(), floor && Pointwise.isWhole(by));
        return NumpyScalar.cast(before.dtype(), common) + (floor ? " // " : " / ") + NumpyScalar.number(common, by);
    }
}
