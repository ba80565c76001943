package lossgrid.model.example;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;

/** The document to begin with: two classes, and zeros everywhere. */
public final class BlankExperiment {
    /** Sizes of which no two are equal, so that no axis can be taken for another. */
    private static final Shape LOGITS = Shape.of(1, 2, 3, 4);

    private BlankExperiment() {}

    public static Experiment of(String title) {
        return new Experiment(
                title,
                Tensor.generate(LOGITS, _ -> 0),
                LabelArray.ofLongs(DType.INT64, LOGITS.remove(Nchw.CLASS_DIM), _ -> 0),
                List.of(),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults(),
                List.of());
    }
}
