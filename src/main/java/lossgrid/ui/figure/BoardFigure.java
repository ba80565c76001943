package lossgrid.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import lossgrid.core.array.LabelArray;
import lossgrid.paint.figure.FigureFit;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.board.CardContent;
import lossgrid.ui.board.CardContentBuilder;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.grid.LookLegend;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.workspace.ReducedLoss;

/** The cards of the board in a figure: all of them, or one. */
final class BoardFigure {
    /** The widths, relative to the size of type, from which three or two cards lie beside each other. */
    private static final double THREE_FROM = 54;

    private static final double TWO_FROM = 26;
    private static final double ABOVE_CARDS = 1.7;
    /** The parts of a card that lie in rows: head, expression, steps, planes, bar, looks. */
    private static final int PARTS = 6;

    private static final int PLANES = 3;

    /** The order in which cards follow each other, by the number of columns. */
    private static final List<CardKind> IN_THREE = List.of(
            CardKind.LOGITS,
            CardKind.PROBABILITIES,
            CardKind.LOSS,
            CardKind.LABELS,
            CardKind.ONE_HOT,
            CardKind.GRADIENT);

    private static final List<CardKind> IN_TWO = List.of(
            CardKind.LOGITS,
            CardKind.PROBABILITIES,
            CardKind.LABELS,
            CardKind.ONE_HOT,
            CardKind.LOSS,
            CardKind.GRADIENT);

    private final FigureSource source;
    private final FigureSpace space;
    private final FigureFit fit;

    private BoardFigure(FigureSource source, FigureSpace space, FigureFit fit) {
        this.source = source;
        this.space = space;
        this.fit = fit;
    }

    static Node card(CardKind kind, FigureSource source, FigureSpace space) {
        CardContent content = content(kind, source);
        FigureFit fit =
                content.grid().map(cells -> FigurePlanes.fit(cells, space)).orElseGet(() -> logitsFit(source, space));
        FigureTable table = new FigureTable(space, 1);
        List<Node> parts = new BoardFigure(source, space, fit).parts(kind);
        parts.forEach(part -> table.row().add(part, 0, 1));
        return table;
    }

    /** All cards, whose planes lie in one arrangement and have the height that the logits need. */
    static Node board(FigureSource source, FigureSpace space) {
        int columns = space.ems() >= THREE_FROM ? 3 : space.ems() >= TWO_FROM ? 2 : 1;
        FigureSpace column = space.column(columns);
        BoardFigure board = new BoardFigure(source, column, logitsFit(source, column));
        FigureTable table = new FigureTable(space, columns);
        List<CardKind> order = columns == 3 ? IN_THREE : IN_TWO;
        for (int first = 0; first < order.size(); first += columns) {
            List<CardKind> cards = order.subList(first, first + columns);
            List<List<Node>> parts = cards.stream().map(board::parts).toList();
            for (int part = 0; part < PARTS; part++) {
                if (part == 0) {
                    table.row(ABOVE_CARDS);
                } else {
                    table.row();
                }
                for (int at = 0; at < columns; at++) {
                    table.add(parts.get(at).get(part), at, 1);
                }
                arrows(table, columns, first, part);
            }
        }
        return table;
    }

    /** As on the board: probabilities and one-hot lead into the loss, and that to its gradient. */
    private static void arrows(FigureTable table, int columns, int first, int part) {
        boolean isUpper = first == 0;
        if (columns == 1) {
            return;
        }
        if (part == PLANES) {
            table.arrow("→", 0, FigureTable.Place.AFTER);
            if (columns == 3 && isUpper) {
                table.arrow("→", 1, FigureTable.Place.AFTER);
            }
        } else if (part == 0 && columns == 3 && !isUpper) {
            table.arrow("↗", 1, FigureTable.Place.AFTER_AND_ABOVE);
            table.arrow("↓", 2, FigureTable.Place.ABOVE);
        } else if (part == 0 && first == 2 * columns) {
            table.arrow("↙", 0, FigureTable.Place.AFTER_AND_ABOVE);
        }
    }

    /** For the logits, or for the pair that a single channel's target is shown as. */
    private static FigureFit logitsFit(FigureSource source, FigureSpace space) {
        CellGrid logits = content(CardKind.LOGITS, source).grid().orElseThrow();
        CellGrid longest = content(CardKind.GRADIENT, source)
                .grid()
                .filter(gradient -> gradient.longestText() > logits.longestText())
                .orElse(logits);
        GridShape shape = GridShape.of(source.analysis().experiment().logits().shape());
        GridShape widest = content(CardKind.ONE_HOT, source)
                .grid()
                .map(CellGrid::shape)
                .filter(pair -> pair.rows() == shape.rows() && pair.columns() > shape.columns())
                .orElse(shape);
        return FigurePlanes.fit(widest, longest, space);
    }

    private static CardContent content(CardKind kind, FigureSource source) {
        return CardContentBuilder.of(kind, source.facts(), source.messages(), source.colors());
    }

    /** The planes of a card alone. */
    static Node planes(CardKind kind, FigureSource source, FigureSpace space) {
        CellGrid cells = content(kind, source).grid().orElseThrow();
        return new FigurePlanes(cells, FigurePlanes.fit(cells, space), space);
    }

    /** As many as {@link #PARTS}; those that a card does not have are empty. */
    private List<Node> parts(CardKind kind) {
        CardContent content = content(kind, source);
        List<Node> parts = new ArrayList<>();
        FlowPane head = new FlowPane(
                SectionNodes.label(source.messages().get(content.title()), "card-title"),
                SectionNodes.label(String.join(" ", content.facts()), "card-facts", "mono"));
        head.getStyleClass().add("figure-head");
        parts.add(head);
        // What stands there for logits is how to edit them.
        String expression = kind == CardKind.LOGITS ? "" : content.expression();
        parts.add(text(expression, "card-expression"));
        boolean hasSteps = !source.analysis().experiment().encoding().isEmpty();
        parts.add(text(hasSteps ? String.join("\n", content.chips()) : "", "card-expression"));
        switch (content.body()) {
            case CardContent.Body.GridBody(var cells, var foot) -> {
                parts.add(new FigurePlanes(cells, fit, space));
                parts.add(footer(foot));
                LookLegend looks = new LookLegend(source.messages(), space.resolution());
                looks.show(cells);
                parts.add(looks);
            }
            case CardContent.Body.Raises(String words) -> {
                Node exception = SectionNodes.note(words, "refusal");
                exception.getStyleClass().add("mono");
                parts.addAll(List.of(exception, nothing(), nothing()));
            }
            case CardContent.Body.Waiting(String reason) ->
                parts.addAll(List.of(SectionNodes.note(reason, "waiting"), nothing(), nothing()));
        }
        return parts;
    }

    private Node footer(CardContent.Footer footer) {
        return switch (footer) {
            case CardContent.Footer.Scale(var _, var scale) -> new FigureBar(scale, space);
            case CardContent.Footer.Legend(var names, var palette) ->
                new FigureLegend(names, palette, occurring(), space.resolution());
            case CardContent.Footer.Note(var note) ->
                SectionNodes.note(source.messages().get(note), "card-note");
        };
    }

    /** The classes among the labels. */
    private IntPredicate occurring() {
        LabelArray labels = source.analysis()
                .encoded()
                .value()
                .orElse(source.analysis().experiment().labels());
        int[] there = IntStream.range(0, labels.size())
                .map(i -> (int) labels.doubleAt(i))
                .distinct()
                .sorted()
                .toArray();
        return c -> IntStream.of(there).anyMatch(label -> label == c);
    }

    static Node text(String words, String style) {
        if (words.isEmpty()) {
            return nothing();
        }
        Node text = SectionNodes.note(words, style);
        text.getStyleClass().add("mono");
        return text;
    }

    private static Node nothing() {
        Region nothing = new Region();
        nothing.setManaged(false);
        return nothing;
    }

    /** The reduced loss, and how it comes about. */
    static Node loss(FigureSource source) {
        ReducedLoss loss = ReducedLoss.of(source.analysis(), source.colors());
        FlowPane line = new FlowPane(
                SectionNodes.label(source.messages().get(loss.name()), "loss-name"),
                SectionNodes.label(loss.value(), "loss-value", "mono"));
        Optional.of(loss.ledger()).filter(ledger -> !ledger.isEmpty()).ifPresent(ledger -> line.getChildren()
                .add(SectionNodes.label(ledger, "ledger", "mono")));
        line.getStyleClass().add("figure-loss");
        return line;
    }
}
