package lossgrid.model;

import java.util.List;
import lossgrid.core.DType;
import lossgrid.core.Draw;
import lossgrid.core.Reduction;
import lossgrid.core.Scalar;
import lossgrid.core.Tensor;

/** Edits of every kind, among them some that change nothing. */
final class RandomEdits {
    private final Draw draw;

    RandomEdits(Draw draw) {
        this.draw = draw;
    }

    Edit next(Experiment experiment) {
        return switch (draw.between(0, 8)) {
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
            default -> new Edit.SwitchRoute(draw.oneOf(Route.values()));
        };
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
