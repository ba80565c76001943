package lossgrid.model.derivation;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.derivation.Derivation.Line;
import lossgrid.model.derivation.Derivation.Place;
import lossgrid.model.derivation.Derivation.Role;
import lossgrid.model.derivation.Derivation.Step;
import lossgrid.model.document.LossKind;

/** The gradient with respect to the logits: directly where it has a short form, else through the loss's input. */
final class ChainRule {
    private final PixelValues pixel;
    private final LossInput input;
    private final boolean isVector;

    ChainRule(PixelValues pixel, LossInput input) {
        this.pixel = pixel;
        this.input = input;
        this.isVector = !pixel.experiment().isBinary();
    }

    private String index() {
        return isVector || pixel.channels() == 1 ? "" : "_{" + pixel.at().c() + "}";
    }

    private static String partial(String by) {
        return "\\dfrac{\\partial L}{\\partial " + by + "}";
    }

    /** {@code ∂L/∂x = form = values}. */
    Line byLogits(Consumer<FormulaBuilder> form, Tensor gradient) {
        FormulaBuilder out = new FormulaBuilder().add(partial("x" + index())).equalsSign();
        form.accept(out);
        return values(out.equalsSign(), gradient, Place.GRADIENT).line(Step.GRADIENT);
    }

    /**
     * {@code g = ∂L/∂q = form = values}, then {@code ∂L/∂x} by the activation's rule; only the first without an
     * activation.
     */
    List<Line> lines(LossResult loss, Tensor gradient, BiConsumer<FormulaBuilder, String> form) {
        if (input.symbol().equals("x")) {
            return List.of(byLogits(out -> form.accept(out, "x"), gradient));
        }
        // A hand-written loss takes e^ of a log_softmax's output.
        boolean isExponentiated = pixel.experiment().recipe().loss() == LossKind.BY_HAND;
        String by = isExponentiated ? "q" : input.symbol();
        FormulaBuilder out = new FormulaBuilder()
                .add("g" + index())
                .equalsSign()
                .add(partial(by + index()))
                .equalsSign();
        form.accept(out, by);
        Line first =
                values(out.equalsSign(), loss.gradient(), Place.PROBABILITIES).line(Step.GRADIENT);
        return List.of(first, byLogits(chained -> chained.add(rule(isExponentiated)), gradient));
    }

    private String rule(boolean isExponentiated) {
        String i = index();
        return switch (input.source()) {
            case LossInput.Source.Sigmoid() ->
                isVector ? "g\\odot q\\odot(1-q)" : "g" + i + "\\,q" + i + "(1-q" + i + ")";
            case LossInput.Source.Softmax(var _) ->
                input.isLogarithm() && !isExponentiated
                        ? "g" + i + "-" + (isVector ? "q" : "q" + i) + "\\sum\\nolimits_{k}g_{k}"
                        : isVector
                                ? "q\\odot(g-\\sum\\nolimits_{k}g_{k}q_{k})"
                                : "q" + i + "(g" + i + "-\\sum\\nolimits_{k}g_{k}q_{k})";
            case LossInput.Source.Same(), LossInput.Source.None() -> "g" + i;
        };
    }

    private FormulaBuilder values(FormulaBuilder out, Tensor values, Place place) {
        if (isVector) {
            return out.vector(
                    pixel.shownChannels(),
                    pixel.channels(),
                    c -> pixel.term(pixel.value(values, c), pixel.roleOf(c), place, c));
        }
        int c = pixel.at().c();
        return out.add(pixel.term(pixel.value(values, c), Role.SELECTED, place, c));
    }
}
