package lossgrid.model.derivation;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.Nchw;
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
import org.jspecify.annotations.Nullable;

/** The loss of a pixel over its classes, −Σ w p log q, and its gradient. */
final class CategoricalDerivation implements DerivationWriter.GradientLines {
    private static final double NEARLY_ONE = 1e-6;

    private final PixelValues pixel;
    private final LossInput input;
    private final LossKind kind;
    private @Nullable Tensor probabilities;
    private @Nullable Tensor logProbabilities;

    CategoricalDerivation(PixelValues pixel, LossInput input) {
        this.pixel = pixel;
        this.input = input;
        this.kind = pixel.experiment().recipe().loss();
    }

    private Tensor activated() {
        return pixel.analysis().activated().value().orElseThrow();
    }

    private Tensor target() {
        return pixel.analysis().oneHot().value().orElseThrow().values();
    }

    /** The argument of the loss's logarithm. */
    private float probability(int c) {
        if (probabilities == null) {
            probabilities = kind == LossKind.CROSS_ENTROPY_LOSS
                    ? ActivationMath.softmax(pixel.column(activated()), Nchw.CLASS_DIM)
                    : pixel.column(pixel.analysis().probabilities().value().orElseThrow());
        }
        return probabilities.at(c);
    }

    private float logProbability(int c) {
        if (logProbabilities == null) {
            logProbabilities = ActivationMath.logSoftmax(pixel.column(activated()), Nchw.CLASS_DIM);
        }
        return logProbabilities.at(c);
    }

    private boolean hasOneClass() {
        return pixel.classIndex().isPresent() && !(pixel.smoothing() > 0);
    }

    private boolean isWeighted() {
        return pixel.options().weight() != null;
    }

    private String shareSymbol() {
        return pixel.smoothing() > 0 ? "p'" : "p";
    }

    private float share(int c) {
        return TargetDerivation.share(pixel, target(), c);
    }

    List<Line> loss(LossResult loss) {
        List<Line> lines = new ArrayList<>();
        if (pixel.isIgnored()) {
            lines.add(result(new FormulaBuilder().add("\\ell"), loss));
            return lines;
        }
        if (kind == LossKind.NLL_LOSS) {
            lines.add(negativeInput(loss));
            return lines;
        }
        if (isSaturated()) {
            lines.add(new Line.Remark(Step.LOSS, Note.SATURATED, List.of()));
            lines.add(logarithm());
        }
        if (meetsZeroLogZero()) {
            lines.add(new Line.Remark(Step.LOSS, Note.ZERO_LOG_ZERO, List.of()));
        }
        lines.add(crossEntropy(loss));
        return lines;
    }

    private Line result(FormulaBuilder out, LossResult loss) {
        float value = loss.lossPerPixel().at(pixel.lossElement(loss).orElseThrow());
        return out.equalsSign()
                .add(Latex.number(value), Role.RESULT, pixel.lossCell(loss))
                .line(Step.LOSS);
    }

    private Line negativeInput(LossResult loss) {
        int y = pixel.focus();
        Place place = input.symbol().equals("x") ? Place.LOGITS : Place.PROBABILITIES;
        float given = pixel.value(activated(), y);
        FormulaBuilder out = new FormulaBuilder()
                .add("\\ell")
                .equalsSign()
                .add("-" + (isWeighted() ? "w_{" + y + "}\\," : ""))
                .add(input.symbol() + "_{" + y + "}", Role.PLAIN, pixel.cell(place, y));
        if (isWeighted() || given < 0) {
            out.equalsSign().add("-" + weightFactor(y)).add(Latex.factor(given), Role.SELECTED, pixel.cell(place, y));
        }
        return result(out, loss);
    }

    private String weightFactor(int c) {
        return isWeighted() ? Latex.factor(pixel.classWeight(c)) + "\\cdot " : "";
    }

    /** Whether a probability is saturated, so that the loss's logarithm is more precise than it. */
    private boolean isSaturated() {
        for (int c = 0; c < pixel.channels(); c++) {
            if (share(c) != 0 && isSaturated(c)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaturated(int c) {
        return kind == LossKind.CROSS_ENTROPY_LOSS
                && (probability(c) == 0 || (probability(c) == 1 && logProbability(c) != 0))
                && Float.isFinite(logProbability(c));
    }

    private Line logarithm() {
        int y = pixel.focus();
        String x = input.symbol();
        return new FormulaBuilder()
                .add("\\log " + input.probability() + "_{" + y + "}")
                .equalsSign()
                .add(x + "_{" + y + "}-\\log\\sum\\nolimits_{c}e^{" + x + "_{c}}")
                .equalsSign()
                .add(Latex.number(logProbability(y)), Role.SELECTED, pixel.allChannels(inputPlace()))
                .line(Step.LOSS);
    }

    private Place inputPlace() {
        return input.symbol().equals("x") ? Place.LOGITS : Place.PROBABILITIES;
    }

    /** Whether a class without a share has the probability 0 in the hand-written formula. */
    private boolean meetsZeroLogZero() {
        if (kind != LossKind.BY_HAND) {
            return false;
        }
        for (int c = 0; c < pixel.channels(); c++) {
            if (share(c) * pixel.classWeight(c) == 0 && probability(c) == 0) {
                return true;
            }
        }
        return false;
    }

    private Line crossEntropy(LossResult loss) {
        FormulaBuilder out = new FormulaBuilder()
                .add("\\ell")
                .equalsSign()
                .add("-\\sum\\nolimits_{c}" + (isWeighted() ? "w_{c}\\," : ""))
                .add(shareSymbol() + "_{c}", Role.PLAIN, pixel.allChannels(Place.ONE_HOT))
                .add("\\log ")
                .add(input.probability() + "_{c}", Role.PLAIN, pixel.allChannels(Place.PROBABILITIES))
                .equalsSign();
        if (hasOneClass() && !meetsZeroLogZero()) {
            int y = pixel.focus();
            out.add("-" + weightFactor(y));
            logarithmOf(out, y);
        } else {
            summands(out);
        }
        return result(out, loss);
    }

    private void summands(FormulaBuilder out) {
        out.add("-(");
        int next = 0;
        for (int c : pixel.shownChannels()) {
            if (c > next) {
                out.operator("+").add("\\cdots");
            }
            if (next > 0) {
                out.operator("+");
            }
            Role role = share(c) == 0 ? Role.PLAIN : Role.TARGET;
            out.add(weightFactor(c)).add(Latex.factor(share(c)), role, pixel.cell(Place.ONE_HOT, c));
            logarithmOf(out.add("\\cdot "), c);
            next = c + 1;
        }
        if (next < pixel.channels()) {
            out.operator("+").add("\\cdots");
        }
        out.add(")");
    }

    private void logarithmOf(FormulaBuilder out, int c) {
        if (isSaturated(c)) {
            out.add(Latex.factor(logProbability(c)), pixel.roleOf(c), pixel.allChannels(inputPlace()));
        } else {
            out.add("\\log ").add(Latex.factor(probability(c)), pixel.roleOf(c), pixel.cell(Place.PROBABILITIES, c));
        }
    }

    @Override
    public List<Line> gradient(LossResult loss, Tensor gradient) {
        ChainRule chain = new ChainRule(pixel, input);
        if (endsInDifference()) {
            return List.of(chain.byLogits(out -> reduced(out, loss, () -> difference(out)), gradient));
        }
        return chain.lines(loss, gradient, (out, symbol) -> reduced(out, loss, () -> byInput(out)));
    }

    /** Whether the gradients of softmax over the classes and logarithm simplify to q − p. */
    private boolean endsInDifference() {
        boolean overClasses = input.source() instanceof LossInput.Source.Softmax(int dim)
                && pixel.experiment().logits().shape().wrap(dim) == Nchw.CLASS_DIM;
        return switch (kind) {
            case CROSS_ENTROPY_LOSS -> input.own() == LossInput.Own.NOTHING;
            case NLL_LOSS -> overClasses && input.isLogarithm();
            case BY_HAND -> overClasses && !meetsZeroLogZero();
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS -> false;
        };
    }

    private static void reduced(FormulaBuilder out, LossResult loss, Runnable numerator) {
        boolean divides = loss.reduction() == Reduction.MEAN;
        out.add(divides ? "\\dfrac{" : "");
        numerator.run();
        out.add(divides ? "}{" + Latex.number((float) loss.denominator()) + "}" : "");
    }

    private void difference(FormulaBuilder out) {
        String p = shareSymbol();
        String q = input.probability();
        if (hasOneClass()) {
            boolean isScaled = isWeighted();
            out.add(isScaled ? Latex.factor(pixel.classWeight(pixel.focus())) + "\\,(" : "");
            termsOfDifference(out, "", q, "", p);
            out.add(isScaled ? ")" : "");
        } else if (isWeighted()) {
            termsOfDifference(out, "(\\sum\\nolimits_{c}w_{c}" + p + "_{c})\\,", q, "w\\odot ", p);
        } else {
            termsOfDifference(out, sumsToOne() ? "" : "(\\sum\\nolimits_{c}" + p + "_{c})\\,", q, "", p);
        }
    }

    private boolean sumsToOne() {
        double sum = 0;
        for (int c = 0; c < pixel.channels(); c++) {
            sum += share(c);
        }
        return Math.abs(sum - 1) < NEARLY_ONE;
    }

    private void termsOfDifference(FormulaBuilder out, String ofQ, String q, String ofP, String p) {
        out.add(ofQ)
                .add(q, Role.PLAIN, pixel.allChannels(Place.PROBABILITIES))
                .add("-" + ofP)
                .add(p, Role.TARGET, pixel.allChannels(Place.ONE_HOT));
    }

    private void byInput(FormulaBuilder out) {
        String p = (isWeighted() ? "w\\odot " : "") + shareSymbol();
        switch (kind) {
            case CROSS_ENTROPY_LOSS -> difference(out);
            case NLL_LOSS -> out.add("-").add(p, Role.TARGET, pixel.allChannels(Place.ONE_HOT));
            case BY_HAND ->
                out.add("-")
                        .add(p, Role.TARGET, pixel.allChannels(Place.ONE_HOT))
                        .add("\\oslash ")
                        .add("q", Role.PLAIN, pixel.allChannels(Place.PROBABILITIES));
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS -> throw new IllegalStateException(kind + " has no classes");
        }
    }
}
