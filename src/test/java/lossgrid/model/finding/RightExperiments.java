package lossgrid.model.finding;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.Draw;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Activations;
import lossgrid.core.loss.Reduction;
import lossgrid.model.Activation;
import lossgrid.model.EncodingStep;
import lossgrid.model.Experiment;
import lossgrid.model.LossKind;
import lossgrid.model.LossOptions;
import lossgrid.model.Recipe;

/** Documents with nothing wrong: every right recipe, every right encoding, all sizes from 1 × 1 on; the same for the same seed. */
final class RightExperiments {
    private static final int MOST_CLASSES = 21;
    private static final int MOST_SIZE = 20;

    private final Draw draw;
    private int n;
    private int c;
    private int h;
    private int w;

    RightExperiments(long seed) {
        this.draw = new Draw(seed);
    }

    Experiment next() {
        n = draw.between(1, 3);
        h = draw.chance(0.1) ? 1 : draw.between(1, MOST_SIZE);
        w = draw.chance(0.2) ? h : draw.between(1, MOST_SIZE);
        c = draw.chance(0.1) ? Math.max(h, 2) : draw.chance(0.4) ? 2 : draw.between(2, MOST_CLASSES);
        return switch (draw.between(0, 6)) {
            case 0, 1, 2 -> overIndices();
            case 3 -> overShares();
            case 4, 5 -> binary();
            default -> byHand();
        };
    }

    private Shape logitsShape() {
        return Shape.of(n, c, h, w);
    }

    private static Experiment experiment(
            Tensor logits, Encoded labels, Activation activation, LossKind loss, LossOptions options) {
        Recipe recipe = new Recipe(activation, loss);
        return new Experiment("", logits, labels.raw(), labels.steps(), recipe, options, List.of());
    }

    private LossOptions options() {
        return LossOptions.defaults().withReduction(draw.oneOf(Reduction.values()));
    }

    private LossOptions classOptions() {
        LossOptions out = options();
        return draw.chance(0.3) ? out.withWeight(draw.uniform(Shape.of(c), 0.1, 3)) : out;
    }

    private Experiment overIndices() {
        Tensor logits = draw.normal(logitsShape(), draw.oneOf(0.0, 1.0, 10.0));
        Encoded labels = RightIndices.draw(draw, logits.shape());
        LossOptions options = classOptions().withIgnoreIndex(labels.ignoreIndex());
        return switch (draw.between(0, 3)) {
            case 0 ->
                experiment(logits, labels, new Activation.LogSoftmax(draw.oneOf(1, -3)), LossKind.NLL_LOSS, options);
            case 1 ->
                experiment(
                        Activations.logSoftmax(logits, 1), labels, new Activation.None(), LossKind.NLL_LOSS, options);
            default ->
                experiment(
                        logits,
                        labels,
                        new Activation.None(),
                        LossKind.CROSS_ENTROPY_LOSS,
                        options.withLabelSmoothing(draw.chance(0.3) ? 0.1 : 0));
        };
    }

    /** Floating shares of each class, one-hot or soft. */
    private Encoded shares() {
        if (draw.chance(0.3)) {
            LabelArray indices = draw.classes(logitsShape());
            List<EncodingStep> steps = List.of(
                    new EncodingStep.OneHot(c),
                    new EncodingStep.Permute(List.of(0, 3, 1, 2)),
                    new EncodingStep.Cast(DType.FLOAT32));
            return new Encoded(indices, steps, LossOptions.DEFAULT_IGNORE_INDEX);
        }
        return Encoded.plain(draw.distributions(logitsShape()));
    }

    private Experiment overShares() {
        Tensor logits = draw.normal(logitsShape(), 2);
        LossOptions options = classOptions().withLabelSmoothing(draw.chance(0.3) ? 0.1 : 0);
        return experiment(logits, shares(), new Activation.None(), LossKind.CROSS_ENTROPY_LOSS, options);
    }

    /** A value for each logit: hard or soft, of one label or several. */
    private Encoded targets() {
        Shape shape = logitsShape();
        if (draw.chance(0.3)) {
            LabelArray mask = LabelArray.ofLongs(DType.UINT8, shape, _ -> draw.chance(0.4) ? 255 : 0);
            return new Encoded(mask, List.of(new EncodingStep.Divide(255, false)), -100);
        }
        if (draw.chance(0.3) && n == 1) {
            LabelArray mask = draw.bits(shape.remove(0)).to(DType.BOOL);
            return new Encoded(
                    mask, List.of(new EncodingStep.Unsqueeze(0), new EncodingStep.Cast(DType.FLOAT32)), -100);
        }
        return Encoded.plain(draw.chance(0.4) ? draw.uniform(shape, 0, 1).toLabels() : draw.bits(shape));
    }

    private Experiment binary() {
        c = draw.chance(0.6) ? 1 : c;
        Tensor logits = draw.normal(logitsShape(), 2);
        Encoded target = targets();
        LossOptions options = options();
        if (draw.chance(0.3)) {
            options = options.withWeight(draw.uniform(draw.oneOf(Shape.of(c, 1, 1), logitsShape(), Shape.of(1)), 0, 2));
        }
        if (draw.chance(0.5)) {
            return experiment(logits, target, new Activation.Sigmoid(), LossKind.BCE_LOSS, options);
        }
        if (draw.chance(0.3)) {
            options = options.withPosWeight(draw.uniform(draw.oneOf(Shape.of(c, 1, 1), Shape.of(1)), 0.5, 4));
        }
        return experiment(logits, target, new Activation.None(), LossKind.BCE_WITH_LOGITS_LOSS, options);
    }

    private Experiment byHand() {
        if (draw.chance(0.4)) {
            c = 1;
            Tensor logits = draw.normal(logitsShape(), 2);
            return experiment(logits, targets(), new Activation.Sigmoid(), LossKind.BY_HAND, options());
        }
        Activation activation = draw.oneOf(List.of(new Activation.Softmax(1), new Activation.LogSoftmax(1)));
        Tensor logits = draw.normal(logitsShape(), 2);
        Encoded labels = draw.chance(0.5) ? shares() : RightIndices.draw(draw, logits.shape());
        LossOptions options = classOptions().withIgnoreIndex(labels.ignoreIndex());
        return experiment(logits, labels, activation, LossKind.BY_HAND, options);
    }

    /** Raw labels and the chain that makes them right. */
    record Encoded(LabelArray raw, List<EncodingStep> steps, long ignoreIndex) {
        static Encoded plain(LabelArray labels) {
            return new Encoded(labels, new ArrayList<>(), LossOptions.DEFAULT_IGNORE_INDEX);
        }
    }
}
