package lossgrid.model.derivation;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.derivation.Derivation.Line;
import lossgrid.model.derivation.Derivation.Note;
import lossgrid.model.derivation.Derivation.Place;
import lossgrid.model.derivation.Derivation.Role;
import lossgrid.model.derivation.Derivation.Step;
import lossgrid.model.document.LossKind;

/** The loss of one logit against its own target, −[y log q + (1 − y) log(1 − q)], and its gradient. */
final class BinaryDerivation implements DerivationWriter.GradientLines {
    private static final float MIN_LOG = -100f;

    private final PixelValues pixel;
    private final LossInput input;
    private final LossKind kind;
    private final int c;

    BinaryDerivation(PixelValues pixel, LossInput input) {
        this.pixel = pixel;
        this.input = input;
        this.kind = pixel.experiment().recipe().loss();
        this.c = pixel.at().c();
    }

    private String index() {
        return pixel.channels() == 1 ? "" : "_{" + c + "}";
    }

    /** Whether BCELoss is given a logarithm, which it treats as a probability. */
    private boolean isGivenLogarithm() {
        return kind == LossKind.BCE_LOSS && input.isLogarithm();
    }

    private String q() {
        return isGivenLogarithm() ? "(\\log q" + index() + ")" : input.probability() + index();
    }

    private float given() {
        return pixel.value(pixel.analysis().activated().value().orElseThrow(), c);
    }

    /** The argument of the loss's logarithm. */
    private float probability() {
        return switch (kind) {
            case BCE_WITH_LOGITS_LOSS -> ActivationMath.sigmoid(given());
            case BCE_LOSS -> given();
            case BY_HAND, NLL_LOSS, CROSS_ENTROPY_LOSS ->
                pixel.value(pixel.analysis().probabilities().value().orElseThrow(), c);
        };
    }

    private float target() {
        return (float) (double) pixel.binaryTarget(c).orElseThrow();
    }

    List<Line> targetLines() {
        List<Line> lines = new ArrayList<>();
        pixel.analysis()
                .encoded()
                .exception()
                .ifPresent(thrown -> lines.add(new Line.Raises(Step.TARGET, thrown.type(), thrown.message())));
        pixel.binaryTarget(c)
                .ifPresent(y -> lines.add(new FormulaBuilder()
                        .add("y" + index())
                        .equalsSign()
                        .add(Latex.number((float) (double) y), Role.TARGET, pixel.cell(Place.LABELS, c))
                        .line(Step.TARGET)));
        return lines;
    }

    private boolean hasPosWeight() {
        return kind != LossKind.BCE_LOSS && pixel.options().posWeight() != null;
    }

    private float weight(LossResult loss) {
        return loss.weightPerPixel().at(pixel.lossElement(loss).orElseThrow());
    }

    private boolean isWeighted() {
        return pixel.options().weight() != null;
    }

    private boolean isSaturated() {
        return probability() == 0 || probability() == 1;
    }

    List<Line> loss(LossResult loss) {
        List<Line> lines = new ArrayList<>();
        if (kind == LossKind.BCE_WITH_LOGITS_LOSS && isSaturated() && Float.isFinite(given())) {
            lines.add(new Line.Remark(Step.LOSS, Note.SATURATED, List.of()));
            lines.add(fromLogit(loss));
            return lines;
        }
        if (isClamped()) {
            lines.add(new Line.Remark(Step.LOSS, Note.CLAMPED, List.of()));
        }
        if (meetsZeroLogZero()) {
            lines.add(new Line.Remark(Step.LOSS, Note.ZERO_LOG_ZERO, List.of()));
        }
        lines.add(crossEntropy(loss));
        return lines;
    }

    private static boolean isClamped(float logarithmOf) {
        return (float) Math.log(logarithmOf) < MIN_LOG;
    }

    private boolean isClamped() {
        return kind == LossKind.BCE_LOSS
                && ((target() != 0 && isClamped(probability())) || (target() != 1 && isClamped(1f - probability())));
    }

    /** Whether a factor 0 meets an infinite logarithm in the hand-written formula. */
    private boolean meetsZeroLogZero() {
        return kind == LossKind.BY_HAND
                && ((target() == 0 && probability() == 0) || (target() == 1 && probability() == 1));
    }

    /** The formula that BCEWithLogitsLoss computes from the logit, without a probability that could saturate. */
    private Line fromLogit(LossResult loss) {
        String x = input.symbol() + index();
        Place place = input.symbol().equals("x") ? Place.LOGITS : Place.PROBABILITIES;
        String y = "y" + index();
        String more = hasPosWeight() ? "(1+(w_{+}-1)" + y + ")" : "";
        FormulaBuilder out = new FormulaBuilder()
                .add("\\ell")
                .equalsSign()
                .add((isWeighted() ? "w\\,[" : "") + "(1-" + y + ")" + x)
                .operator("+")
                .add(more + "\\log(1+e^{-" + x + "})" + (isWeighted() ? "]" : ""))
                .equalsSign()
                .add(isWeighted() ? Latex.factor(weight(loss)) + "\\cdot[" : "")
                .add("(1-")
                .add(Latex.factor(target()), Role.TARGET, pixel.cell(Place.LABELS, c))
                .add(")\\cdot ")
                .add(Latex.factor(given()), Role.SELECTED, pixel.cell(place, c))
                .operator("+");
        if (hasPosWeight()) {
            out.add("(1+(" + Latex.factor(pixel.posWeight()) + "-1)\\cdot ")
                    .add(Latex.factor(target()), Role.TARGET, pixel.cell(Place.LABELS, c))
                    .add(")\\cdot ");
        }
        out.add("\\log(1+e^{-")
                .add(Latex.factor(given()), Role.SELECTED, pixel.cell(place, c))
                .add("})" + (isWeighted() ? "]" : ""));
        return result(out, loss);
    }

    private Line result(FormulaBuilder out, LossResult loss) {
        float value = loss.lossPerPixel().at(pixel.lossElement(loss).orElseThrow());
        return out.equalsSign()
                .add(Latex.number(value), Role.RESULT, pixel.lossCell(loss))
                .line(Step.LOSS);
    }

    private Line crossEntropy(LossResult loss) {
        FormulaBuilder out = new FormulaBuilder()
                .add("\\ell")
                .equalsSign()
                .add("-" + (isWeighted() ? "w\\," : "") + "[" + (hasPosWeight() ? "w_{+}\\," : ""))
                .add("y" + index(), Role.PLAIN, pixel.cell(Place.LABELS, c))
                .add("\\log ")
                .add(q(), Role.PLAIN, pixel.cell(Place.PROBABILITIES, c))
                .operator("+")
                .add("(1-y" + index() + ")\\log(1-" + q() + ")]")
                .equalsSign()
                .add("-" + (isWeighted() ? Latex.factor(weight(loss)) + "\\cdot " : ""));
        boolean isWhole = !meetsZeroLogZero();
        if (isWhole && target() == 1) {
            onTerm(out);
        } else if (isWhole && target() == 0) {
            offTerm(out);
        } else {
            out.add("[").add(Latex.factor(target()), Role.TARGET, pixel.cell(Place.LABELS, c));
            onTerm(out.add("\\cdot "));
            out.operator("+").add(Latex.factor(1f - target()), Role.TARGET, pixel.cell(Place.LABELS, c));
            offTerm(out.add("\\cdot "));
            out.add("]");
        }
        return result(out, loss);
    }

    private void onTerm(FormulaBuilder out) {
        out.add(hasPosWeight() ? Latex.factor(pixel.posWeight()) + "\\cdot " : "");
        logarithm(out, "", probability(), probability(), "");
    }

    private void offTerm(FormulaBuilder out) {
        logarithm(out, "(1-", 1f - probability(), probability(), ")");
    }

    /** Writes {@code log} of {@code before shown after}, whose value is {@code of}, with the clamp where it applies. */
    private void logarithm(FormulaBuilder out, String before, float of, float shown, String after) {
        boolean clamped = kind == LossKind.BCE_LOSS && isClamped(of);
        out.add(clamped ? "\\max(\\log " : "\\log ")
                .add(before)
                .add(Latex.factor(shown), Role.SELECTED, pixel.cell(Place.PROBABILITIES, c))
                .add(after + (clamped ? ",-100)" : ""));
    }

    @Override
    public List<Line> gradient(LossResult loss, Tensor gradient) {
        ChainRule chain = new ChainRule(pixel, input);
        return endsInDifference()
                ? List.of(chain.byLogits(out -> difference(out, loss), gradient))
                : chain.lines(loss, gradient, (out, by) -> byInput(out, loss));
    }

    /** Whether the gradients of sigmoid and logarithm simplify to q − y. */
    private boolean endsInDifference() {
        return switch (kind) {
            case BCE_WITH_LOGITS_LOSS -> input.own() == LossInput.Own.NOTHING;
            case BCE_LOSS, BY_HAND -> input.source() instanceof LossInput.Source.Sigmoid && !isSaturated();
            case NLL_LOSS, CROSS_ENTROPY_LOSS -> false;
        };
    }

    private static void divided(FormulaBuilder out, LossResult loss, String before, Runnable numerator, String under) {
        String count = loss.reduction() == Reduction.MEAN ? Latex.number((float) loss.denominator()) : "";
        String product = under.isEmpty() || count.isEmpty() ? "" : "\\cdot ";
        boolean divides = !(under + count).isEmpty();
        out.add(divides ? before + "\\dfrac{" : before);
        numerator.run();
        out.add(divides ? "}{" + under + product + count + "}" : "");
    }

    private void difference(FormulaBuilder out, LossResult loss) {
        divided(out, loss, "", () -> symbols(out), "");
        out.equalsSign();
        divided(out, loss, "", () -> numbers(out, loss), "");
    }

    private void symbols(FormulaBuilder out) {
        String y = "y" + index();
        String pos = hasPosWeight() ? "w_{+}" + y : y;
        out.add(isWeighted() ? "w\\,(" : "")
                .add(hasPosWeight() ? "(" + pos + "+1-" + y + ")\\," : "")
                .add(q(), Role.PLAIN, pixel.cell(Place.PROBABILITIES, c))
                .add("-")
                .add(pos, Role.TARGET, pixel.cell(Place.LABELS, c))
                .add(isWeighted() ? ")" : "");
    }

    private void numbers(FormulaBuilder out, LossResult loss) {
        String y = Latex.factor(target());
        String pos = hasPosWeight() ? Latex.factor(pixel.posWeight()) + "\\cdot " + y : y;
        out.add(isWeighted() ? Latex.factor(weight(loss)) + "\\,(" : "")
                .add(hasPosWeight() ? "(" + pos + "+1-" + y + ")\\cdot " : "")
                .add(Latex.factor(probability()), Role.SELECTED, pixel.cell(Place.PROBABILITIES, c))
                .add("-")
                .add(pos, Role.TARGET, pixel.cell(Place.LABELS, c))
                .add(isWeighted() ? ")" : "");
    }

    private void byInput(FormulaBuilder out, LossResult loss) {
        String q = q();
        String y = "y" + index();
        switch (kind) {
            case BCE_WITH_LOGITS_LOSS -> divided(out, loss, "", () -> symbols(out), "");
            case BCE_LOSS -> {
                String under = isSaturated() ? "\\max(" + q + "(1-" + q + "),10^{-12})" : q + "(1-" + q + ")";
                divided(out, loss, "", () -> symbols(out), under);
            }
            case BY_HAND -> {
                String factor = isWeighted() ? "w" : loss.reduction() == Reduction.MEAN ? "1" : "";
                divided(out, loss, "-", () -> out.add(factor), "");
                String on = hasPosWeight() ? "w_{+}" + y : y;
                out.add("\\left(\\dfrac{" + on + "}{" + q + "}-\\dfrac{1-" + y + "}{1-" + q + "}\\right)");
            }
            case NLL_LOSS, CROSS_ENTROPY_LOSS -> throw new IllegalStateException(kind + " has classes");
        }
    }
}
