package lossgrid.ui.board;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lossgrid.paint.geometry.BoardOrder;
import lossgrid.paint.geometry.BoardPlan;
import lossgrid.paint.geometry.GridShape;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.TextScale;
import lossgrid.ui.workspace.ViewState;
import org.jspecify.annotations.Nullable;

/** Puts the cards and arrows of a board in their places. Sizes are found again only when something has changed. */
final class BoardLayout {
    /** Between two cards, to the margin. */
    private static final double CARD_GAP = 0.86;

    /** The width of a scroll bar, relative to the size of type. */
    private static final double SCROLL_BAR = 1;

    private final Board board;
    private final Map<CardKind, StageCard> cards;
    private final BoardArrows arrows;
    private final ViewState view;
    private final BoardSizes sizes;
    private @Nullable BoardPlan plan;
    private @Nullable Room planned;
    private int changes;

    /** The size and contents that a plan was made for. */
    private record Room(double width, double height, double unit, double zoom, boolean isPresenting, int changes) {}

    BoardLayout(Board board, Map<CardKind, StageCard> cards, BoardArrows arrows, ViewState view) {
        this.board = board;
        this.cards = cards;
        this.arrows = arrows;
        this.view = view;
        sizes = new BoardSizes(cards, view);
    }

    private StageCard card(CardKind kind) {
        return Optional.ofNullable(cards.get(kind)).orElseThrow();
    }

    /** Finds sizes again in the next layout, since what is on the cards has changed. */
    void changed() {
        changes++;
        board.requestLayout();
    }

    /** Finds sizes for the cards in a viewport of this size, and the least size of the board. */
    void fit(double width, double height, boolean isAlone) {
        double unit = card(CardKind.LOGITS).grid().unit();
        boolean isPresenting = view.presentationProperty().get().isPresent();
        Room room = new Room(width, height, unit, view.zoomProperty().get(), isPresenting, changes);
        if (room.equals(planned)) {
            return;
        }
        planned = room;
        BoardSizes.Gaps gaps = gaps();
        BoardPlan first = plan(width, height);
        double bar = Math.ceil(SCROLL_BAR * TextScale.DESIGN * unit);
        boolean isWider = first.width() + gaps.across() > width;
        boolean isHigher = first.height() + gaps.down() > height;
        BoardPlan found = isWider == isHigher ? first : isWider ? plan(width, height - bar) : plan(width - bar, height);
        plan = found;
        view.orderProperty().set(new BoardOrder(sizes.largestArray(), found.order()));
        arrange(found, isAlone);
        board.setMinSize(
                isAlone || !isWider ? 0 : found.width() + gaps.across(),
                isAlone || !isHigher ? 0 : found.height() + gaps.down());
    }

    /** Arranges the planes on all cards; alone, a card wraps them as it likes, in the direction of all. */
    private void arrange(BoardPlan found, boolean isAlone) {
        GridShape logits = card(CardKind.LOGITS).shape();
        double roomy = sizes.smallCardsCell(found, card(CardKind.LOGITS).grid().unit(), logits);
        cards.values().forEach(card -> {
            if (isAlone) {
                card.grid().arrange(found.order().arrangement());
            } else {
                card.grid().arrange(found.order(), sizes.isSmall(card, logits) ? roomy : found.cell());
            }
        });
    }

    private BoardPlan plan(double width, double height) {
        return sizes.in(
                width, height, gaps(), board.getScene(), card(CardKind.LOGITS).shape());
    }

    // Whole units keep type and edges sharp.

    private double margin() {
        return Math.floor(board.getPadding().getLeft());
    }

    private double gap() {
        return Math.floor(CARD_GAP * margin());
    }

    private BoardSizes.Gaps gaps() {
        return new BoardSizes.Gaps(
                2 * margin() + (BoardSizes.COLUMNS.size() - 1) * arrows.width(), 2 * margin() + gap());
    }

    /** Places the cards, or the one that is shown alone. */
    void place(Optional<CardKind> alone) {
        double width = board.getWidth();
        double height = board.getHeight();
        if (planned == null) {
            fit(width, height, alone.isPresent());
        }
        double margin = margin();
        if (alone.isPresent()) {
            card(alone.get()).resizeRelocate(margin, margin, width - 2 * margin, height - 2 * margin);
            return;
        }
        double x = margin;
        for (int i = 0; i < BoardSizes.COLUMNS.size(); i++) {
            BoardPlan.Column column = Objects.requireNonNull(plan).columns().get(i);
            boolean isLast = i == BoardSizes.COLUMNS.size() - 1;
            double across = isLast ? width - margin - x : column.width();
            card(BoardSizes.COLUMNS.get(i).getFirst()).resizeRelocate(x, margin, across, column.upper());
            double lower = margin + column.upper() + gap();
            card(BoardSizes.COLUMNS.get(i).getLast()).resizeRelocate(x, lower, across, column.lower());
            x += across + arrows.width();
        }
        arrows.place(cards);
    }
}
