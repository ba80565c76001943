package lossgrid.model.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.ActivationMath;
import lossgrid.model.analysis.Stage;
import lossgrid.model.derivation.Derivation.Coordinate;
import lossgrid.model.derivation.Derivation.Line;
import lossgrid.model.derivation.Derivation.Note;
import lossgrid.model.derivation.Derivation.Place;
import lossgrid.model.derivation.Derivation.Role;
import lossgrid.model.derivation.Derivation.Step;
import lossgrid.model.derivation.Derivation.Term;
import lossgrid.model.derivation.Derivation.TermCells;
import lossgrid.model.document.LossKind;

/** The lines from the logits to the probabilities in the loss's formula: q, and q′ where the loss normalizes again. */
final class ProbabilityDerivation {
    private final PixelValues pixel;
    private final LossInput input;
    private final List<Line> lines = new ArrayList<>();
    private final boolean isBinary;
    private final int focus;

    ProbabilityDerivation(PixelValues pixel, LossInput input) {
        this.pixel = pixel;
        this.input = input;
        this.isBinary = pixel.experiment().isBinary();
        this.focus = pixel.focus();
    }

    List<Line> write() {
        Stage<Tensor> probabilities = pixel.analysis().probabilities();
        probabilities
                .exception()
                .ifPresent(thrown -> lines.add(new Line.Raises(Step.PROBABILITIES, thrown.type(), thrown.message())));
        probabilities.value().ifPresent(q -> {
            source(q);
            pixel.analysis().activated().value().ifPresent(this::afterwards);
        });
        return lines;
    }

    private void source(Tensor q) {
        switch (input.source()) {
            case LossInput.Source.Softmax(int dim) ->
                softmax(q, pixel.experiment().logits().shape().wrap(dim), dim);
            case LossInput.Source.Sigmoid() -> sigmoid(q);
            case LossInput.Source.Same() -> {
                remark(Note.NO_PROBABILITIES);
                vector("q", "=x", c -> pixel.term(pixel.value(q, c), role(c), Place.PROBABILITIES, c));
            }
            case LossInput.Source.None() -> remark(Note.NO_LOGARITHM);
        }
    }

    private Role role(int c) {
        return pixel.channels() == 1 ? Role.SELECTED : pixel.roleOf(c);
    }

    private void remark(Note note, String... arguments) {
        lines.add(new Line.Remark(Step.PROBABILITIES, note, List.of(arguments)));
    }

    private void softmax(Tensor q, int dim, int asWritten) {
        List<Coordinate> row = pixel.along(dim, focus);
        Tensor x = pixel.experiment().logits();
        fraction(
                "q_{" + focus + "}",
                row.size(),
                pixel.position(dim, focus),
                i -> {
                    Coordinate cell = row.get(i);
                    float logit = x.at(cell.n(), cell.c(), cell.h(), cell.w());
                    return new Term(
                            "e^{" + Latex.number(logit) + "}",
                            i == pixel.position(dim, focus) ? Role.SELECTED : Role.PLAIN,
                            Optional.of(new TermCells(Place.LOGITS, List.of(cell))));
                },
                pixel.term(pixel.value(q, focus), Role.SELECTED, Place.PROBABILITIES, focus));
        if (dim != Nchw.CLASS_DIM) {
            remark(Note.OTHER_AXIS, String.valueOf(asWritten));
        }
        if (!isBinary) {
            vector("q", "", c -> pixel.term(pixel.value(q, c), role(c), Place.PROBABILITIES, c));
        }
    }

    /** {@code symbol = e^… / (e^… + e^…) = value}. */
    private void fraction(String symbol, int count, int own, IntFunction<Term> exponential, Term value) {
        FormulaBuilder out = new FormulaBuilder()
                .add(symbol)
                .equalsSign()
                .add("\\dfrac{")
                .add(exponential.apply(own))
                .add("}{");
        int next = 0;
        for (int i : PixelValues.shown(count, own)) {
            out.add(next == 0 ? "" : "+").add(i > next ? "\\cdots+" : "").add(exponential.apply(i));
            next = i + 1;
        }
        lines.add(out.add(next < count ? "+\\cdots}" : "}")
                .equalsSign()
                .add(value)
                .line(Step.PROBABILITIES));
    }

    private void sigmoid(Tensor q) {
        if (isBinary) {
            int c = pixel.at().c();
            sigmoidLine(
                    "q" + index(c),
                    "x" + index(c),
                    pixel.term(pixel.logit(c), Role.SELECTED, Place.LOGITS, c),
                    pixel.logit(c),
                    pixel.term(pixel.value(q, c), Role.SELECTED, Place.PROBABILITIES, c));
        } else {
            sigmoidLine(
                    "q_{" + focus + "}",
                    "x_{" + focus + "}",
                    pixel.term(pixel.logit(focus), Role.SELECTED, Place.LOGITS, focus),
                    pixel.logit(focus),
                    pixel.term(pixel.value(q, focus), Role.SELECTED, Place.PROBABILITIES, focus));
            vector("q", "=\\sigma(x)", c -> pixel.term(pixel.value(q, c), role(c), Place.PROBABILITIES, c));
        }
    }

    private String index(int c) {
        return pixel.channels() == 1 ? "" : "_{" + c + "}";
    }

    private void sigmoidLine(String symbol, String of, Term argument, float value, Term result) {
        Term exponent = new Term(Latex.factor(value), argument.role(), argument.cells());
        lines.add(new FormulaBuilder()
                .add(symbol)
                .equalsSign()
                .add("\\sigma(" + of + ")")
                .equalsSign()
                .add("\\dfrac{1}{1+e^{-")
                .add(exponent)
                .add("}}")
                .equalsSign()
                .add(result)
                .line(Step.PROBABILITIES));
    }

    /** Writes the lines for what the recipe or the loss computes after q. */
    private void afterwards(Tensor activated) {
        if (input.isLogarithm()) {
            logarithms(activated);
        }
        switch (input.own()) {
            case NOTHING -> {
                boolean expectsLogarithm = pixel.experiment().recipe().loss() == LossKind.NLL_LOSS;
                if (expectsLogarithm && input.symbol().equals("q")) {
                    remark(Note.NO_LOGARITHM);
                }
            }
            case SIGMOID -> secondSigmoid(activated);
            case SOFTMAX -> secondSoftmax(activated);
        }
    }

    private void logarithms(Tensor activated) {
        int c = isBinary ? pixel.at().c() : focus;
        if (isBinary) {
            lines.add(new FormulaBuilder()
                    .add("\\log q_{" + c + "}")
                    .equalsSign()
                    .add(pixel.term(pixel.value(activated, c), Role.SELECTED, Place.PROBABILITIES, c))
                    .line(Step.PROBABILITIES));
        } else {
            vector("\\log q", "", k -> pixel.term(pixel.value(activated, k), role(k), Place.PROBABILITIES, k));
        }
    }

    private void secondSigmoid(Tensor activated) {
        int c = pixel.at().c();
        remark(Note.SECOND_SIGMOID);
        float given = pixel.value(activated, c);
        sigmoidLine(
                "q'" + index(c),
                input.symbol() + index(c),
                pixel.term(given, Role.SELECTED, Place.PROBABILITIES, c),
                given,
                pixel.term(ActivationMath.sigmoid(given), Role.SELECTED, Place.PROBABILITIES, c));
    }

    private void secondSoftmax(Tensor activated) {
        boolean isHarmless = input.isLogarithm()
                && input.source() instanceof LossInput.Source.Softmax(int dim)
                && activated.shape().wrap(dim) == Nchw.CLASS_DIM;
        remark(isHarmless ? Note.HARMLESS_SOFTMAX : Note.SECOND_SOFTMAX);
        Tensor q = ActivationMath.softmax(pixel.column(activated), Nchw.CLASS_DIM);
        TermCells from = pixel.allChannels(Place.PROBABILITIES);
        fraction(
                "q'_{" + focus + "}",
                pixel.channels(),
                focus,
                c -> new Term(
                        "e^{" + Latex.number(pixel.value(activated, c)) + "}",
                        role(c),
                        Optional.of(pixel.cell(Place.PROBABILITIES, c))),
                new Term(Latex.number(q.at(focus)), Role.SELECTED, Optional.of(from)));
        vector("q'", "", c -> new Term(Latex.number(q.at(c)), role(c), Optional.of(from)));
    }

    private void vector(String symbol, String between, IntFunction<Term> value) {
        FormulaBuilder out = new FormulaBuilder().add(symbol, Role.PLAIN, pixel.allChannels(Place.PROBABILITIES));
        if (!between.isEmpty()) {
            out.equalsSign().add(between.substring(1));
        }
        out.equalsSign();
        if (pixel.channels() == 1) {
            lines.add(out.add(value.apply(0)).line(Step.PROBABILITIES));
        } else {
            lines.add(out.vector(pixel.shownChannels(), pixel.channels(), value).line(Step.PROBABILITIES));
        }
    }
}
