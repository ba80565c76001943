package lossgrid.model.ways;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.label.Broadcast;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Losses;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.LossOptions;
import org.jspecify.annotations.Nullable;

/** The ways to the binary loss of logits x and a target y of their shape. */
final class BinaryWays {
    private final Tensor x;
    private final LabelArray y;
    private final LossOptions options;
    private final boolean sameShape;
    private final boolean hard;

    BinaryWays(Tensor x, LabelArray y, LossOptions options) {
        this.x = x;
        this.y = y;
        this.options = options;
        this.sameShape = y.shape().equals(x.shape());
        this.hard = isHard(y);
    }

    private static boolean isHard(LabelArray y) {
        for (int i = 0; i < y.size(); i++) {
            if (y.doubleAt(i) != 0 && y.doubleAt(i) != 1) {
                return false;
            }
        }
        return true;
    }

    List<Way> all() {
        return List.of(
                new Way(Way.Kind.BINARY_BY_HAND, handCode(), byHand()),
                new Way(Way.Kind.BCE_OF_SIGMOID, bceCode(), bce()),
                new Way(Way.Kind.BCE_WITH_LOGITS, logitsCode(), withLogits()),
                new Way(Way.Kind.CROSS_ENTROPY_OF_PAIR, pairCode(), pair()));
    }

    private Way.Outcome byHand() {
        return sameShape
                ? Way.outcome(Stage.of(() -> ByHandLosses.binary(
                        ActivationMath.sigmoid(x), y, options.weight(), options.posWeight(), options.reduction())))
                : new Way.Outcome.NotApplicable(Way.Obstacle.SHAPES_DIFFER);
    }

    private Way.Outcome bce() {
        if (options.posWeight() != null && sameShape && !hard) {
            return new Way.Outcome.NotApplicable(Way.Obstacle.NO_POS_WEIGHT);
        }
        return Way.outcome(Stage.of(() -> Losses.binaryCrossEntropy(
                ActivationMath.sigmoid(x),
                y,
                options.posWeight() != null && sameShape ? positiveAsWeight() : options.weight(),
                options.reduction())));
    }

    /** {@code weight * torch.where(y == 1, pos_weight, 1)}. */
    private Tensor positiveAsWeight() {
        Tensor w = expanded(options.weight());
        Tensor pw = expanded(options.posWeight());
        return Tensor.generate(x.shape(), i -> w.at(i) * (y.doubleAt(i) == 1 ? pw.at(i) : 1));
    }

    private Tensor expanded(@Nullable Tensor factor) {
        Tensor given = factor == null ? Tensor.scalar(1f) : factor;
        return Broadcast.expand(given, requireWithin(Broadcast.shape(given.shape(), x.shape())));
    }

    /** Requires factors that broadcast to the logits' shape; for others it raises as the loss itself would. */
    private Shape requireWithin(Shape shape) {
        Broadcast.requireOutput(x.shape(), shape);
        return shape;
    }

    private Way.Outcome withLogits() {
        return Way.outcome(Stage.of(() ->
                Losses.binaryCrossEntropyWithLogits(x, y, options.weight(), options.posWeight(), options.reduction())));
    }

    private Way.Outcome pair() {
        return sameShape
                ? Way.outcome(Stage.of(this::crossEntropyOfPair))
                : new Way.Outcome.NotApplicable(Way.Obstacle.SHAPES_DIFFER);
    }

    private boolean takesIndices() {
        return hard && options.weight() == null && options.posWeight() == null;
    }

    /**
     * The loss with each logit x as a pixel with the two logits 0 and x; the factors go into the target, since class
     * weights would enter the denominator.
     */
    private LossResult crossEntropyOfPair() {
        Nchw logit = Nchw.of(x.shape());
        Shape perLogit = Shape.of(logit.images() * logit.classes(), logit.height(), logit.width());
        Shape pairs = perLogit.insert(Nchw.CLASS_DIM, 2);
        Nchw pair = Nchw.of(pairs);
        Tensor logits = Tensor.generate(pairs, i -> pair.classOf(i) == 1 ? x.at(pair.pixelOf(i)) : 0f);
        Tensor w = expanded(options.weight());
        Tensor pw = expanded(options.posWeight());
        LabelArray target = takesIndices()
                ? LabelArray.ofLongs(DType.INT64, perLogit, i -> (long) y.doubleAt(i))
                : LabelArray.ofDoubles(DType.FLOAT32, pairs, i -> {
                    int at = pair.pixelOf(i);
                    double on = y.doubleAt(at);
                    return w.at(at) * (pair.classOf(i) == 1 ? pw.at(at) * on : 1 - on);
                });
        return Losses.crossEntropy(logits, target, null, LossOptions.DEFAULT_IGNORE_INDEX, 0, options.reduction());
    }

    private String handCode() {
        String on = options.posWeight() == null ? "y * log(q)" : "pos_weight * y * log(q)";
        String sum = "-(" + on + " + (1 - y) * log(1 - q))";
        return "q = torch.sigmoid(x); "
                + WayCode.reduced(options.weight() == null ? sum : "(w * " + sum + ")", options.reduction());
    }

    private String bceCode() {
        String weight = options.weight() == null ? "" : "weight=w";
        if (options.posWeight() != null) {
            String positive = "torch.where(y == 1, pos_weight, 1.)";
            weight = "weight=" + (options.weight() == null ? "" : "w * ") + positive;
        }
        return WayCode.call("F.binary_cross_entropy", options.reduction(), "torch.sigmoid(x)", "y", weight);
    }

    private String logitsCode() {
        List<String> arguments = new ArrayList<>(List.of("x", "y"));
        arguments.add(options.weight() == null ? "" : "weight=w");
        arguments.add(options.posWeight() == null ? "" : "pos_weight=pos_weight");
        return WayCode.call(
                "F.binary_cross_entropy_with_logits", options.reduction(), arguments.toArray(String[]::new));
    }

    private String pairCode() {
        boolean many = x.shape().dim(Nchw.CLASS_DIM) > 1;
        String logits =
                many ? "torch.stack([zeros_like(x), x], dim=2).flatten(0, 1)" : "torch.cat([zeros_like(x), x], dim=1)";
        String on = options.posWeight() == null ? "y" : "pos_weight * y";
        String factor = options.weight() == null ? "" : "w * ";
        String join = many ? "torch.stack([%s, %s], dim=2).flatten(0, 1)" : "torch.cat([%s, %s], dim=1)";
        String target = takesIndices()
                ? (many ? "y.flatten(0, 1).long()" : "y.squeeze(1).long()")
                : join.formatted(factor.isEmpty() ? "1 - y" : factor + "(1 - y)", factor + on);
        return WayCode.call("F.cross_entropy", options.reduction(), logits, target);
    }
}
