package lossgrid.model;

import java.util.List;
import java.util.Optional;
import lossgrid.core.Draw;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;

/** Edits of every kind, among them some that change nothing. */
final class RandomEdits {
    private final Draw draw;

    RandomEdits(Draw draw) {
        this.draw = draw;
    }

    Edit next(Experiment experiment) {
        return switch (draw.between(0, 15)) {
            case 0 -> new Edit.SetLogit(draw.between(0, experiment.logits().size() - 1), draw.between(-3, 3));
            case 1 -> new Edit.SetLabel(draw.between(0, experiment.labels().size() - 1), scalar());
            case 2 -> new Edit.SetTitle(draw.oneOf("a", "b"));
            case 3 -> new Edit.SetEncoding(draw.oneOf(List.of(), List.of(new EncodingStep.Cast(DType.INT64))));
            case 4 -> new Edit.SetRecipe(new Recipe(new Activation.None(), draw.oneOf(LossKind.values())));
            case 5 -> new Edit.SetOptions(options());
            case 6 -> new Edit.SetClasses(draw.oneOf(List.of(), List.of("background", "object")));
            case 7 ->
                new Edit.SetLogits(
                        draw.chance(0.5)
                                ? experiment.logits()
                                : Tensor.zeros(experiment.logits().shape()));
            case 8 -> new Edit.SetLabels(labels(experiment), Optional.empty());
            case 9 -> new Edit.TakeIn(labels(experiment), source(), draw.between(1, 4), draw.between(0, 1));
            case 10 -> crop(experiment);
            case 11 -> new Edit.Replace(replacement(experiment));
            case 12 -> new Edit.Reshape(draw.between(1, 2), draw.between(1, 3), draw.between(1, 3), draw.between(1, 3));
            case 13 -> new Edit.SetColors(draw.oneOf(List.of(), List.of(new ClassColor(0xff0000))));
            case 14 -> new Edit.TakeInLogits(logits(experiment), source());
            default -> new Edit.SwitchRoute(draw.oneOf(Route.values()));
        };
    }

    /** Those of the document, others of the same shape, and such as no logits fit. */
    private LabelArray labels(Experiment experiment) {
        Shape own = experiment.labels().shape();
        Shape shape = draw.oneOf(own, own, Shape.of(draw.between(1, 3), draw.between(1, 4)), Shape.of(1, 2, 2));
        int most = draw.between(0, 2);
        return draw.chance(0.2)
                ? experiment.labels()
                : LabelArray.ofLongs(draw.oneOf(DType.UINT8, DType.INT64), shape, i -> i % (most + 1));
    }

    private LabelArray logits(Experiment experiment) {
        Shape shape = draw.oneOf(experiment.logits().shape(), Shape.of(draw.between(1, 3), 2, 3), Shape.of(2, 2));
        return draw.normal(shape, 2).toLabels();
    }

    private Optional<LabelSource> source() {
        return draw.chance(0.5)
                ? Optional.empty()
                : Optional.of(new LabelSource(
                        "a.png", LabelSource.Format.PNG, LabelSource.Layout.GREY, "uint8", 8, List.of()));
    }

    /** A window that the logits have. */
    private Edit crop(Experiment experiment) {
        int h = draw.between(0, experiment.height() - 1);
        int w = draw.between(0, experiment.width() - 1);
        return new Edit.Crop(h, w, draw.between(1, experiment.height() - h), draw.between(1, experiment.width() - w));
    }

    /** Another document, this one, and one that is equal to it. */
    private Experiment replacement(Experiment experiment) {
        return draw.oneOf(
                Examples.twoChannels(),
                experiment,
                experiment.withTitle(experiment.title()),
                experiment.withTitle("replaced"));
    }

    private Scalar scalar() {
        return draw.chance(0.5) ? new Scalar.Whole(draw.between(-1, 2)) : new Scalar.Real(draw.between(-1f, 2f));
    }

    private LossOptions options() {
        return LossOptions.defaults()
                .withReduction(draw.oneOf(Reduction.values()))
                .withIgnoreIndex(draw.between(0, 1))
                .withPosWeight(draw.chance(0.5) ? Tensor.vector(2) : null);
    }
}
