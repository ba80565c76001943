package lossgrid.model.derivation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.core.array.TorchException;
import lossgrid.model.analysis.Analysis;

/**
 * The computation of one pixel's loss, from its logits to the gradient, as lines of LaTeX with the pixel's own numbers.
 * Every number is the analysis's, or one that {@code core} computes from it for this pixel.
 *
 * @param at the pixel, with the channel where each channel has its own derivation
 * @param label the target there, if it is a single value
 */
public record Derivation(Coordinate at, Optional<String> label, List<Line> lines) {
    /** An element {@code [n, c, h, w]}; c is 0 where an array has no classes. */
    public record Coordinate(int n, int c, int h, int w) {}

    /** The grid that cells belong to. */
    public enum Place {
        LOGITS,
        PROBABILITIES,
        LABELS,
        ONE_HOT,
        LOSS,
        GRADIENT
    }

    /** The cells whose number a term shows. */
    public record TermCells(Place place, List<Coordinate> cells) {
        public TermCells {
            cells = List.copyOf(cells);
        }
    }

    /** The role of a term, which decides its colour. */
    public enum Role {
        PLAIN,
        /** The class that the label names. */
        SELECTED,
        TARGET,
        RESULT
    }

    /** A part of a formula in LaTeX. Terms with cells or a role are complete, others may open or close a group. */
    public record Term(String latex, Role role, Optional<TermCells> cells) {
        /** Whether it has a colour or cells. */
        public boolean isMarked() {
            return role != Role.PLAIN || cells.isPresent();
        }
    }

    /** The sign between a piece and the one before it, at which a line may be broken. */
    public enum Join {
        RELATION,
        OPERATOR,
        COMMA
    }

    /** A part of a formula that is never broken; complete LaTeX by itself. */
    public record Piece(Join join, List<Term> terms) {
        public Piece {
            terms = List.copyOf(terms);
        }

        public String latex() {
            return terms.stream().map(Term::latex).collect(Collectors.joining());
        }
    }

    /** The step of the computation that a line shows. */
    public enum Step {
        LOGITS,
        PROBABILITIES,
        TARGET,
        LOSS,
        REDUCTION,
        GRADIENT
    }

    /** A remark in words on a step. */
    public enum Note {
        /** Argument: ignore_index. */
        IGNORED,
        /** BCELoss has replaced a logarithm with −100. */
        CLAMPED,
        /** The probability is 0 or 1 in float32; the loss uses its logarithm. */
        SATURATED,
        /** The loss applies a softmax of its own. */
        SECOND_SOFTMAX,
        /** The loss applies a softmax of its own to a log_softmax, which does not change it. */
        HARMLESS_SOFTMAX,
        /** The loss applies a sigmoid of its own. */
        SECOND_SIGMOID,
        /** NLLLoss is given something other than logarithms of probabilities. */
        NO_LOGARITHM,
        /** Nothing turns the logits into probabilities. */
        NO_PROBABILITIES,
        /** A softmax over another dimension than the classes. Argument: dim. */
        OTHER_AXIS,
        /** A factor 0 meets log 0. */
        ZERO_LOG_ZERO,
        /** Broadcasting has given the loss another shape. Argument: the shape. */
        BROADCAST,
        /** With reduction none the gradient is that of the sum. */
        UNREDUCED
    }

    /** One line: a formula, PyTorch's exception in its place, or a remark. */
    public sealed interface Line {
        Step step();

        record Formula(Step step, List<Piece> pieces) implements Line {
            public Formula {
                pieces = List.copyOf(pieces);
            }

            public String latex() {
                return pieces.stream().map(Piece::latex).collect(Collectors.joining());
            }

            public Stream<Term> terms() {
                return pieces.stream().flatMap(piece -> piece.terms().stream());
            }

            /** The formula in plain characters, for screen readers. */
            public String plain() {
                return PlainMath.of(latex());
            }
        }

        record Raises(Step step, TorchException.Type type, String words) implements Line {
            public String text() {
                return type.pythonName() + ": " + words;
            }
        }

        record Remark(Step step, Note note, List<String> arguments) implements Line {
            public Remark {
                arguments = List.copyOf(arguments);
            }
        }
    }

    public Derivation {
        lines = List.copyOf(lines);
    }

    /** The derivation of the pixel {@code [n, :, h, w]}; c counts where each channel has a loss of its own. */
    public static Derivation of(Analysis analysis, int n, int c, int h, int w) {
        PixelValues pixel = new PixelValues(analysis, new Coordinate(n, c, h, w));
        return new Derivation(pixel.at(), pixel.label(), DerivationWriter.write(pixel));
    }

    /** All formulas, and PyTorch's message where it raises, as an {@code aligned} block; needs amsmath. */
    public String latex() {
        String body = lines.stream()
                .flatMap(line -> switch (line) {
                    case Line.Formula formula -> Stream.of(Latex.aligned(formula.latex()));
                    case Line.Raises exception -> Stream.of("&\\text{" + Latex.escape(exception.text()) + "}");
                    case Line.Remark _ -> Stream.empty();
                })
                .collect(Collectors.joining(" \\\\\n  ", "  ", "\n"));
        return "\\begin{aligned}\n" + body + "\\end{aligned}\n";
    }
}
