package lossgrid.model.edit;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.label.DimOps;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.Recipe;

/** A network's output as logits, and what it predicts: labels for logits that come without any. */
public final class NetworkOutput {
    private NetworkOutput() {}

    /** Whether there are enough dimensions, and not too many, for {@link #logits}. */
    public static boolean fits(Shape shape) {
        return shape.rank() >= 2 && shape.rank() <= Nchw.RANK && shape.size() > 0;
    }

    /** {@code [N, C, H, W]} as it is, {@code [C, H, W]} as one image, {@code [H, W]} as one channel of one image. */
    public static Tensor logits(LabelArray array) {
        return full(array).toTensor();
    }

    /** The shape of {@link #logits}. */
    public static Shape shape(Shape array) {
        Shape out = array;
        while (out.rank() < Nchw.RANK) {
            out = out.insert(0, 1);
        }
        return out;
    }

    private static LabelArray full(LabelArray array) {
        return array.reshape(shape(array.shape()));
    }

    /**
     * Of several channels the greatest, int64 {@code [N, H, W]}; of one whether it is above 0, float32 {@code [N, 1, H,
     * W]}.
     */
    private static LabelArray prediction(LabelArray logits) {
        return logits.shape().dim(Nchw.CLASS_DIM) > 1
                ? DimOps.argmax(logits, Nchw.CLASS_DIM)
                : LabelArray.ofLongs(DType.FLOAT32, logits.shape(), i -> logits.doubleAt(i) > 0 ? 1 : 0);
    }

    static Experiment replaceLogits(Experiment experiment, Edit.UseAsLogits edit) {
        LabelArray full = full(edit.logits());
        boolean isOne = full.shape().dim(Nchw.CLASS_DIM) == 1;
        Experiment out = experiment;
        if (full.shape().dim(Nchw.CLASS_DIM) != experiment.channels()) {
            out = out.withOptions(out.options().withWeight(null).withPosWeight(null));
        }
        if (isOne != experiment.isBinary()) {
            LossKind loss = isOne ? LossKind.BCE_WITH_LOGITS_LOSS : LossKind.CROSS_ENTROPY_LOSS;
            out = out.withRecipe(new Recipe(new Activation.None(), loss));
        }
        out = Reshaping.replaceLogits(out, full.toTensor())
                .withLabels(prediction(full))
                .withEncoding(List.of())
                .withSource(edit.source().map(LabelSource::predicted).orElse(null));
        return out.equals(experiment) ? experiment : out;
    }
}
