package lossgrid.model;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;

/** The two documents of the program's first lesson, whose losses are known. */
final class Examples {
    static final Shape ONE_CHANNEL = Shape.of(2, 1, 2, 2);
    static final Shape TWO_CHANNELS = Shape.of(2, 2, 2, 2);
    static final Shape PIXELS = Shape.of(2, 2, 2);

    private Examples() {}

    /** One logit a pixel; its loss is 0.6861. */
    static Experiment oneChannel() {
        return new Experiment(
                "One-channel output",
                Tensor.of(ONE_CHANNEL, 0.43f, -0.25f, -0.32f, 0.69f, -0.29f, 0.37f, 0.54f, -0.72f),
                LabelArray.ofLongs(DType.FLOAT32, ONE_CHANNEL, 0, 0, 0, 1, 0, 0, 1, 1),
                List.of(),
                new Recipe(new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS),
                LossOptions.defaults(),
                List.of());
    }

    /** A logit for each of two classes; its loss is 0.9823. */
    static Experiment twoChannels() {
        return new Experiment(
                "Two-channel output",
                Tensor.of(
                        TWO_CHANNELS,
                        0.3164f,
                        -0.1922f,
                        0.4326f,
                        -1.2193f,
                        0.6873f,
                        0.6838f,
                        0.2244f,
                        0.5615f,
                        -0.2516f,
                        -0.8875f,
                        -0.6289f,
                        -0.1796f,
                        0.0411f,
                        -1.7851f,
                        -0.3069f,
                        -1.0379f),
                LabelArray.ofLongs(DType.INT64, PIXELS, 0, 1, 1, 0, 1, 1, 0, 1),
                List.of(),
                new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS),
                LossOptions.defaults(),
                List.of("background", "object"));
    }
}
