package lossgrid.model.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.derivation.Derivation.Coordinate;
import lossgrid.model.derivation.Derivation.Line;
import lossgrid.model.derivation.Derivation.Note;
import lossgrid.model.derivation.Derivation.Place;
import lossgrid.model.derivation.Derivation.Role;
import lossgrid.model.derivation.Derivation.Step;
import lossgrid.model.derivation.Derivation.TermCells;

/** Writes the lines of a derivation in the order in which PyTorch computes, up to the step that raises. */
final class DerivationWriter {
    /** The most cells that are outlined together. */
    private static final int MOST_CELLS = 4096;

    private final PixelValues pixel;
    private final List<Line> lines = new ArrayList<>();

    private DerivationWriter(PixelValues pixel) {
        this.pixel = pixel;
    }

    static List<Line> write(PixelValues pixel) {
        DerivationWriter writer = new DerivationWriter(pixel);
        writer.writeAll();
        return writer.lines;
    }

    private void writeAll() {
        Analysis analysis = pixel.analysis();
        LossInput input = LossInput.of(pixel.experiment());
        lines.add(logits(input));
        lines.addAll(new ProbabilityDerivation(pixel, input).write());
        boolean isBinary = pixel.experiment().isBinary();
        BinaryDerivation binary = new BinaryDerivation(pixel, input);
        CategoricalDerivation categorical = new CategoricalDerivation(pixel, input);
        lines.addAll(isBinary ? binary.targetLines() : new TargetDerivation(pixel).write());
        addException(Step.LOSS, analysis.loss());
        Optional<LossResult> loss = analysis.loss().value();
        if (loss.isEmpty()) {
            return;
        }
        if (pixel.lossElement(loss.get()).isEmpty()) {
            String shape = loss.get().lossPerPixel().shape().toString();
            lines.add(new Line.Remark(Step.LOSS, Note.BROADCAST, List.of(shape)));
        } else {
            lines.addAll(isBinary ? binary.loss(loss.get()) : categorical.loss(loss.get()));
        }
        reduction(loss.get()).ifPresent(lines::add);
        analysis.gradient().value().ifPresent(gradient -> {
            lines.addAll(gradient(loss.get(), gradient, isBinary ? binary : categorical));
            if (loss.get().reduction() == Reduction.NONE) {
                lines.add(new Line.Remark(Step.GRADIENT, Note.UNREDUCED, List.of()));
            }
        });
    }

    /** The lines that lead from a loss's gradient to the logits. */
    interface GradientLines {
        List<Line> gradient(LossResult loss, Tensor gradient);
    }

    private List<Line> gradient(LossResult loss, Tensor gradient, GradientLines rule) {
        if (pixel.lossElement(loss).isPresent() && !pixel.isIgnored()) {
            return rule.gradient(loss, gradient);
        }
        FormulaBuilder out =
                new FormulaBuilder().add("\\dfrac{\\partial L}{\\partial x}").equalsSign();
        return List.of(values(out, gradient).line(Step.GRADIENT));
    }

    private FormulaBuilder values(FormulaBuilder out, Tensor gradient) {
        return pixel.channels() == 1
                ? out.add(pixel.term(pixel.value(gradient, 0), Role.SELECTED, Place.GRADIENT, 0))
                : out.vector(
                        pixel.shownChannels(),
                        pixel.channels(),
                        c -> pixel.term(pixel.value(gradient, c), pixel.roleOf(c), Place.GRADIENT, c));
    }

    private void addException(Step step, Stage<?> stage) {
        stage.exception().ifPresent(thrown -> lines.add(new Line.Raises(step, thrown.type(), thrown.message())));
    }

    private Line logits(LossInput input) {
        FormulaBuilder out = new FormulaBuilder();
        if (pixel.channels() == 1 || (input.isPerChannel() && pixel.experiment().isBinary())) {
            int c = pixel.at().c();
            String symbol = pixel.channels() == 1 ? "x" : "x_{" + c + "}";
            return out.add(symbol)
                    .equalsSign()
                    .add(pixel.term(pixel.logit(c), Role.SELECTED, Place.LOGITS, c))
                    .line(Step.LOGITS);
        }
        return out.add("x", Role.PLAIN, pixel.allChannels(Place.LOGITS))
                .equalsSign()
                .vector(
                        pixel.shownChannels(),
                        pixel.channels(),
                        c -> pixel.term(pixel.logit(c), pixel.roleOf(c), Place.LOGITS, c))
                .line(Step.LOGITS);
    }

    private Optional<Line> reduction(LossResult loss) {
        FormulaBuilder out = new FormulaBuilder().add("L").equalsSign();
        switch (loss.reduction()) {
            case NONE -> {
                return Optional.empty();
            }
            case SUM -> summands(out, loss);
            case MEAN -> {
                String denominator = "}{" + Latex.number((float) loss.denominator()) + "}";
                summands(out.add("\\dfrac{"), loss).add(denominator);
                if (loss.pixels() > 1) {
                    out.equalsSign()
                            .add("\\dfrac{")
                            .add(Latex.number(loss.numerator()), Role.PLAIN, allLosses(loss))
                            .add(denominator);
                }
            }
        }
        out.equalsSign().add(Latex.number(loss.value()), Role.RESULT, allLosses(loss));
        return Optional.of(out.line(Step.REDUCTION));
    }

    private FormulaBuilder summands(FormulaBuilder out, LossResult loss) {
        OptionalInt element = pixel.lossElement(loss);
        if (element.isEmpty()) {
            return out.add("\\sum\\ell", Role.PLAIN, allLosses(loss));
        }
        String more = loss.pixels() > 1 ? "\\cdots" : "";
        String value = Latex.factor(loss.lossPerPixel().at(element.getAsInt()));
        out.add(more.isEmpty() ? "" : more + "+").add(value, Role.SELECTED, pixel.lossCell(loss));
        return out.add(more.isEmpty() ? "" : "+" + more);
    }

    private static TermCells allLosses(LossResult loss) {
        Shape shape = loss.lossPerPixel().shape();
        int channels = Nchw.depth(shape);
        int count = shape.size() > MOST_CELLS ? 0 : shape.size();
        return new TermCells(
                Place.LOSS,
                IntStream.range(0, count)
                        .mapToObj(i -> new Coordinate(
                                i / shape.planeSize() / channels,
                                i / shape.planeSize() % channels,
                                i % shape.planeSize() / shape.fromEnd(0),
                                i % shape.fromEnd(0)))
                        .toList());
    }
}
