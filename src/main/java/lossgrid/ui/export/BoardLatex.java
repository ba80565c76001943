package lossgrid.ui.export;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.paint.color.DefaultClassColors;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.board.CardContent;
import lossgrid.ui.board.CardContentBuilder;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/**
 * A LaTeX document with the planes of every stage as tables whose cells have the window's colours, and the loss with
 * how it comes about. It needs {@code xcolor}, and {@code ctex} where there is Chinese.
 */
final class BoardLatex {
    /** Rows and columns of a table; of larger planes the upper left part is written. */
    private static final int MOST_CELLS = 16;

    /** Tables with more columns are set in the smallest type. */
    private static final int MOST_SMALL_COLUMNS = 8;

    private static final int RGB = 0xffffff;
    private static final int CHANNEL = 0xff;
    private static final int ALPHA_SHIFT = 24;

    private final Analysis analysis;
    private final Messages messages;
    private final StringBuilder out = new StringBuilder();

    private BoardLatex(Analysis analysis, Messages messages) {
        this.analysis = analysis;
        this.messages = messages;
    }

    static String of(Analysis analysis, Messages messages) {
        return new BoardLatex(analysis, messages).write();
    }

    private String write() {
        String title = analysis.experiment().title();
        out.append("\\section*{").append(LatexText.of(title)).append("}\n\n");
        BoardFacts facts = BoardFacts.of(analysis);
        for (CardKind kind : CardKind.values()) {
            stage(CardContentBuilder.of(kind, facts, messages));
            if (kind == CardKind.LABELS) {
                analysis.encoded()
                        .exception()
                        .ifPresent(thrown -> exception(thrown.type().pythonName() + ": " + thrown.message()));
            }
        }
        loss();
        String body = out.toString();
        return """
            %% Made by Lossgrid. Compile with pdflatex, or with xelatex where there is Chinese.
            \\documentclass{article}
            \\usepackage[margin=2cm]{geometry}
            \\usepackage[table]{xcolor}
            %s\\setlength{\\tabcolsep}{3pt}
            \\newcommand{\\cell}[2]{\\cellcolor[HTML]{#1}#2}
            \\begin{document}

            %s\\end{document}
            """.formatted(LatexText.isChinese(body) ? "\\usepackage{ctex}\n" : "", body);
    }

    private void stage(CardContent content) {
        out.append("\\subsection*{").append(LatexText.of(messages.get(content.title())));
        out.append(" \\quad {\\normalfont\\small\\ttfamily ")
                .append(LatexText.of(String.join(" ", content.facts())))
                .append("}}\n");
        if (content.title() != Text.CARD_LOGITS && !content.expression().isEmpty()) {
            out.append("{\\ttfamily ")
                    .append(LatexText.of(content.expression()))
                    .append("}\n\n");
        }
        content.chips().forEach(chip -> out.append("{\\small\\ttfamily ")
                .append(LatexText.of(chip))
                .append("}\n\n"));
        switch (content.body()) {
            case CardContent.Body.GridBody(var grid, var _) -> planes(grid);
            case CardContent.Body.Raises(String words) -> exception(words);
            case CardContent.Body.Waiting(String reason) ->
                out.append(LatexText.of(reason)).append("\n\n");
        }
    }

    private void exception(String words) {
        out.append("\\textcolor{red}{\\ttfamily ").append(LatexText.of(words)).append("}\n\n");
    }

    private void planes(CellGrid grid) {
        GridShape shape = grid.shape();
        out.append("\\begin{flushleft}")
                .append(shape.width() > MOST_SMALL_COLUMNS ? "\\tiny" : "\\small")
                .append("\n");
        for (int plane = 0; plane < shape.planes(); plane++) {
            out.append("\\begin{tabular}{@{}c@{}}\n")
                    .append(LatexText.of(grid.planeTitle(plane)))
                    .append(" \\\\\n");
            table(grid, plane);
            boolean lastOfRow = plane % shape.columns() == shape.columns() - 1;
            out.append("\\end{tabular}").append(lastOfRow ? "\\par\\medskip\n" : "\\quad\n");
        }
        out.append("\\end{flushleft}\n\n");
    }

    private void table(CellGrid grid, int plane) {
        GridShape shape = grid.shape();
        int rows = Math.min(shape.height(), MOST_CELLS);
        int columns = Math.min(shape.width(), MOST_CELLS);
        boolean cutRight = columns < shape.width();
        out.append("\\begin{tabular}{")
                .append("r".repeat(columns))
                .append(cutRight ? "c" : "")
                .append("}\n");
        for (int h = 0; h < rows; h++) {
            int row = h;
            out.append(IntStream.range(0, columns)
                            .mapToObj(w -> cell(grid, plane, row * shape.width() + w))
                            .collect(Collectors.joining(" & ")))
                    .append(cutRight ? " & $\\cdots$" : "")
                    .append(" \\\\\n");
        }
        if (rows < shape.height()) {
            out.append("$\\vdots$ \\\\\n");
        }
        out.append("\\end{tabular}\\\\\n");
    }

    private static String cell(CellGrid grid, int plane, int cell) {
        String text = LatexText.of(grid.text(plane, cell));
        return switch (grid.look(plane, cell)) {
            case ORDINARY -> {
                int argb = overWhite(grid.argb(plane, cell));
                String ink = DefaultClassColors.isDark(argb) ? "\\textcolor{white}{" + text + "}" : text;
                yield "\\cell{%06X}{%s}".formatted(argb & RGB, ink);
            }
            case IGNORED -> "\\textcolor{gray}{\\itshape " + text + "}";
            case NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY, NO_CLASS -> "\\textcolor{red}{\\bfseries " + text + "}";
        };
    }

    private static int overWhite(int argb) {
        double alpha = (argb >>> ALPHA_SHIFT) / (double) CHANNEL;
        int out = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double channel = (argb >> shift & CHANNEL) * alpha + CHANNEL * (1 - alpha);
            out |= (int) Math.round(channel) << shift;
        }
        return out;
    }

    private void loss() {
        Optional<LossResult> loss = analysis.loss().value();
        if (loss.isEmpty()) {
            return;
        }
        LossResult result = loss.get();
        Reduction reduction = analysis.experiment().options().reduction();
        String value = NumberDisplay.fixed(result.value());
        switch (reduction) {
            case NONE -> {}
            case SUM -> sentence(Text.SUM_LOSS, LatexText.math(value));
            case MEAN ->
                sentence(
                        Text.MEAN_LOSS,
                        "\\frac{%s}{%s} = %s"
                                .formatted(
                                        LatexText.math(NumberDisplay.fixed(result.numerator())),
                                        LatexText.math(NumberDisplay.fixed(result.denominator())),
                                        LatexText.math(value)));
        }
    }

    private void sentence(TextKey name, String formula) {
        out.append("\\[\n\\mbox{")
                .append(LatexText.of(messages.get(name)))
                .append("} = ")
                .append(formula)
                .append("\n\\]\n\n");
    }
}
