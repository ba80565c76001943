package lossgrid.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import lossgrid.paint.geometry.BoardFit;
import lossgrid.paint.geometry.BoardFit.Pair;
import lossgrid.paint.geometry.BoardPlan;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneFit;
import lossgrid.paint.geometry.PlaneOrder;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.session.TextScale;
import lossgrid.ui.workspace.ViewState;

/** From the room for a board to the sizes of its cards and cells: measures the cards, and asks {@link BoardFit}. */
final class BoardSizes {
    /** The cards of each column, from the left. */
    static final List<List<CardKind>> COLUMNS = List.of(
            List.of(CardKind.LOGITS, CardKind.LABELS),
            List.of(CardKind.PROBABILITIES, CardKind.ONE_HOT),
            List.of(CardKind.LOSS, CardKind.GRADIENT));

    /** The parts of a plain window beside and above its board, relative to the size of type. */
    private static final double PLAIN_SIDE = 28.7;

    private static final double PLAIN_BARS = 7;
    /** The room that a grid has at least, relative to the size of type. */
    private static final double LEAST_GRID = 6.5;

    private static final double LEAST_CARD = 15;
    /** Texts wrap otherwise in columns of other widths, which then need other heights. */
    private static final int MOST_MEASURINGS = 3;

    private final Map<CardKind, StageCard> cards;
    private final ViewState view;

    /**
     * What is not cards.
     *
     * @param across between and beside them
     * @param down above, below and between them
     */
    record Gaps(double across, double down) {}

    BoardSizes(Map<CardKind, StageCard> cards, ViewState view) {
        this.cards = cards;
        this.view = view;
    }

    /** The sizes in a board of this size. Measured again in columns of other widths, where texts wrap. */
    BoardPlan in(double width, double height, Gaps gaps, Scene scene, GridShape logits) {
        double third = (width - gaps.across) / COLUMNS.size();
        List<Double> widths = List.of(third, third, third);
        BoardPlan plan = plan(widths, width, height, gaps, scene, logits);
        for (int i = 0; i < MOST_MEASURINGS && !widths.equals(widths(plan)); i++) {
            widths = widths(plan);
            plan = plan(widths, width, height, gaps, scene, logits);
        }
        return plan;
    }

    /** The shape of the array with most planes. */
    GridShape largestArray() {
        return cards.values().stream()
                .map(StageCard::shape)
                .max(Comparator.comparingInt(GridShape::planes))
                .orElseThrow();
    }

    /** Whether a card has fewer planes than the logits, so that its cells may be larger. */
    boolean isSmall(StageCard card, GridShape logits) {
        return card.shape().planes() < logits.planes();
    }

    /** The size of the cells of such cards: all the same, and legible if they have the room for it. */
    double smallCardsCell(BoardPlan plan, double unit, GridShape logits) {
        double cell = new BoardFit(0, 0, unit).roomy();
        for (int i = 0; i < COLUMNS.size(); i++) {
            BoardPlan.Column column = plan.columns().get(i);
            StageCard upper = card(COLUMNS.get(i).getFirst());
            StageCard lower = card(COLUMNS.get(i).getLast());
            cell = isSmall(upper, logits) ? Math.min(cell, cell(upper, plan, column.width(), column.upper())) : cell;
            cell = isSmall(lower, logits) ? Math.min(cell, cell(lower, plan, column.width(), column.lower())) : cell;
        }
        return Math.max(plan.cell(), cell);
    }

    private double cell(StageCard card, BoardPlan plan, double width, double height) {
        PlaneFit room = new PlaneFit(width - card.widthBeside(), height - card.heightAround(width), unit());
        return card.isFolded()
                ? Double.MAX_VALUE
                : GridGeometry.fit(plan.order().lines(card.shape()), Double.MAX_VALUE, room)
                        .cell();
    }

    private static List<Double> widths(BoardPlan plan) {
        return plan.columns().stream().map(BoardPlan.Column::width).toList();
    }

    /** The plan with texts as they wrap in columns of these widths. */
    private BoardPlan plan(
            List<Double> widths, double width, double height, Gaps gaps, Scene scene, GridShape logits) {
        double unit = unit();
        BoardFit room = new BoardFit(width - gaps.across, height - gaps.down, unit);
        List<Pair> columns = measured(widths, false);
        List<PlaneOrder> orders = PlaneOrder.of(largestArray());
        PlaneOrder before = view.orderProperty().get().of(largestArray());
        double least = room.leastLegible(logits);
        double zoom = view.zoomProperty().get();
        if (zoom == 1 && view.presentationProperty().get().isEmpty()) {
            return room.plan(columns, orders, before, least, Double.MAX_VALUE);
        }
        double plain = plainCell(measured(widths, true), new Plain(width, height, gaps, scene), orders, before, logits);
        return zoom < 1
                ? room.plan(columns, orders, before, least, plain)
                : room.plan(
                        columns,
                        orders,
                        before,
                        Math.max(least, BoardFit.zoomed(plain, zoom, unit)),
                        Double.MAX_VALUE);
    }

    /** A board with larger type, or in a presentation, in its window. */
    private record Plain(double width, double height, Gaps gaps, Scene scene) {}

    /** The size that cells have in the plain window of this size, with type as designed. Larger type is never less. */
    private double plainCell(
            List<Pair> columns, Plain now, List<PlaneOrder> orders, PlaneOrder before, GridShape logits) {
        Scene scene = now.scene;
        double unit = TextScale.root(scene.getWidth(), scene.getHeight(), 1, Optional.empty()) / TextScale.DESIGN;
        double factor = unit / unit();
        boolean isPresenting = view.presentationProperty().get().isPresent();
        // What is beside a board follows the size of type.
        double side = isPresenting ? PLAIN_SIDE * unit * TextScale.DESIGN : (scene.getWidth() - now.width) * factor;
        double bars = isPresenting ? PLAIN_BARS * unit * TextScale.DESIGN : (scene.getHeight() - now.height) * factor;
        BoardFit room = new BoardFit(
                scene.getWidth() - side - now.gaps.across * factor,
                scene.getHeight() - bars - now.gaps.down * factor,
                unit);
        List<Pair> scaled = BoardFit.scaled(columns, factor);
        return room.plan(scaled, orders, before, room.leastLegible(logits), Double.MAX_VALUE)
                .cell();
    }

    private double unit() {
        return card(CardKind.LOGITS).grid().unit();
    }

    private StageCard card(CardKind kind) {
        return Optional.ofNullable(cards.get(kind)).orElseThrow();
    }

    /** @param isPlain whether all that a plain window shows is measured, even if a presentation does not show it */
    private List<Pair> measured(List<Double> widths, boolean isPlain) {
        List<Pair> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            CardKind upper = COLUMNS.get(i).getFirst();
            CardKind lower = COLUMNS.get(i).getLast();
            columns.add(new Pair(
                    measured(upper, widths.get(i), isPlain), measured(lower, widths.get(i), isPlain)));
        }
        return columns;
    }

    private BoardFit.Card measured(CardKind kind, double width, boolean isPlain) {
        StageCard card = card(kind);
        double type = unit() * TextScale.DESIGN;
        double around = card.heightAround(width) + (isPlain ? card.heightOfExplanation(width) : 0);
        double least = card.isFolded()
                ? around
                : around + Math.max(LEAST_GRID * type, card.heightOfException(width));
        return new BoardFit.Card(
                card.shape(),
                card.widthBeside(),
                around,
                Math.max(card.widthOfHead(), card.isFolded() ? 0 : LEAST_CARD * type),
                least,
                card.isFolded());
    }
}
