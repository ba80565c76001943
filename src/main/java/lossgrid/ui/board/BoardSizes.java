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
     * The parts of a board that are not cards.
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

    /**
     * The plan with texts as they wrap in columns of these widths. With larger type, cells are larger than without; in
     * a presentation they are at least as large as in the window.
     */
    private BoardPlan plan(List<Double> widths, double width, double height, Gaps gaps, Scene scene, GridShape logits) {
        double zoom = view.zoomProperty().get();
        Optional<Presentation> presentation = view.presentationProperty().get();
        Planner planner = new Planner(width, height, gaps, scene, PlaneOrder.of(largestArray()));
        List<Pair> columns = measured(widths, false);
        double window = presentation.isEmpty() ? 0 : planner.window(measured(widths, true), logits);
        if (zoom == 1) {
            return planner.at(1, columns, Math.max(window, planner.legible(1, logits)), Double.MAX_VALUE);
        }
        double factor = planner.unit(presentation) / unit();
        double plain = planner.at(
                        factor,
                        BoardFit.scaled(columns, factor),
                        Math.max(window, planner.legible(factor, logits)),
                        Double.MAX_VALUE)
                .cell();
        double legible = planner.legible(1, logits);
        return zoom < 1
                ? planner.at(1, columns, legible, plain)
                : planner.at(1, columns, Math.max(legible, BoardFit.zoomed(plain, zoom, unit())), Double.MAX_VALUE);
    }

    /** Makes plans of one board as it is, and as it would be with type as designed. */
    private final class Planner {
        private final double width;
        private final double height;
        private final Gaps gaps;
        private final Scene scene;
        private final List<PlaneOrder> orders;
        private final PlaneOrder before = view.orderProperty().get().of(largestArray());

        Planner(double width, double height, Gaps gaps, Scene scene, List<PlaneOrder> orders) {
            this.width = width;
            this.height = height;
            this.gaps = gaps;
            this.scene = scene;
            this.orders = orders;
        }

        double unit(Optional<Presentation> presentation) {
            return TextScale.root(scene.getWidth(), scene.getHeight(), 1, presentation) / TextScale.DESIGN;
        }

        double legible(double factor, GridShape logits) {
            return new BoardFit(0, 0, unit() * factor).leastLegible(logits);
        }

        private double unit() {
            return BoardSizes.this.unit();
        }

        /** The plan with type {@code factor} times as large, which changes the parts beside the board as well. */
        BoardPlan at(double factor, List<Pair> columns, double least, double most) {
            double side = (scene.getWidth() - width) * factor;
            double bars = (scene.getHeight() - height) * factor;
            return beside(side, bars, factor).plan(columns, orders, before, least, most);
        }

        /** The size that cells have in the window if there is no presentation. */
        double window(List<Pair> columns, GridShape logits) {
            double type = unit(Optional.empty()) * TextScale.DESIGN;
            double factor = unit(Optional.empty()) / unit();
            return beside(PLAIN_SIDE * type, PLAIN_BARS * type, factor)
                    .plan(BoardFit.scaled(columns, factor), orders, before, legible(factor, logits), Double.MAX_VALUE)
                    .cell();
        }

        private BoardFit beside(double side, double bars, double factor) {
            return new BoardFit(
                    scene.getWidth() - side - gaps.across * factor,
                    scene.getHeight() - bars - gaps.down * factor,
                    unit() * factor);
        }
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
            columns.add(new Pair(measured(upper, widths.get(i), isPlain), measured(lower, widths.get(i), isPlain)));
        }
        return columns;
    }

    private BoardFit.Card measured(CardKind kind, double width, boolean isPlain) {
        StageCard card = card(kind);
        double type = unit() * TextScale.DESIGN;
        double around = card.heightAround(width) + (isPlain ? card.heightOfExplanation(width) : 0);
        double least = card.isFolded() ? around : around + Math.max(LEAST_GRID * type, card.heightOfException(width));
        return new BoardFit.Card(
                card.shape(),
                card.widthBeside(),
                around,
                Math.max(card.widthOfHead(), card.isFolded() ? 0 : LEAST_CARD * type),
                least,
                card.isFolded());
    }
}
