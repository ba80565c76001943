package lossgrid.paint.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * The room for a board of columns of two cards each: the planes of all cards lie in one order, with cells of one size,
 * the largest for which all cards fit. A column is as wide, and a row as high, as the card in it that needs most; what
 * is left over goes to all in proportion. Where cells would be smaller than asked for, the board is larger than its
 * room. All of it depends on the shapes of arrays only, never on values.
 *
 * @param width the room for cards, without the gaps between them
 * @param unit the factor by which type is larger than designed
 */
public record BoardFit(double width, double height, double unit) {
    /** The smallest cells, at the default size of type, with numbers of two figures, a sign and a point in them. */
    private static final double LEGIBLE = 26;
    /** The size with room for the default digits. */
    private static final double ROOMY = 36;
    /** An array with more elements than this may be drawn without numbers. */
    private static final int MOST_NUMBERS = 256;
    /** The factor by which a board that scrolls sideways counts as larger, since that is more tedious. */
    private static final double SIDEWAYS = 1.5;

    /** The factor by which an order that is kept may be too wide and count as wide enough. */
    private static final double LITTLE = 1.05;

    private static final int BISECTIONS = 24;
    private static final GridShape ONE = new GridShape(1, 1, 1, 1, true);

    /**
     * One card.
     *
     * @param beside the width that it needs beside its planes
     * @param around the height that it needs above and below them
     * @param leastWidth what its head needs
     * @param isFolded whether it is its head alone, {@code leastHeight} high
     */
    public record Card(
            GridShape shape, double beside, double around, double leastWidth, double leastHeight, boolean isFolded) {
        private double width(PlaneOrder order, double cell, double unit) {
            return isFolded
                    ? leastWidth
                    : Math.ceil(Math.max(leastWidth, beside + PlaneFit.width(order.lines(shape), cell, unit)));
        }

        private double height(PlaneOrder order, double cell, double unit) {
            return isFolded
                    ? leastHeight
                    : Math.ceil(Math.max(leastHeight, around + PlaneFit.height(order.lines(shape), cell, unit)));
        }

        private Card bare() {
            return new Card(ONE, beside, around, leastWidth, leastHeight, isFolded);
        }

        private Card scaled(double factor) {
            return new Card(
                    shape, beside * factor, around * factor, leastWidth * factor, leastHeight * factor, isFolded);
        }
    }

    /** Two cards, one above the other. */
    public record Pair(Card upper, Card lower) {
        private boolean isOpen() {
            return !upper.isFolded && !lower.isFolded;
        }

        private boolean isClosed() {
            return upper.isFolded && lower.isFolded;
        }

        private Pair bare() {
            return new Pair(upper.bare(), lower.bare());
        }

        private Pair scaled(double factor) {
            return new Pair(upper.scaled(factor), lower.scaled(factor));
        }
    }

    /** The width or height at which a column or row is what it needs, and how much of that there is in all. */
    private record Needs(List<Double> widths, double upper, double lower, double height) {
        double width() {
            return widths.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** The size of the largest card's planes in cells below which every cell is to show its number. */
    public double leastLegible(GridShape logits) {
        return logits.size() <= MOST_NUMBERS ? LEGIBLE * unit : 0;
    }

    /** The size up to which cells of a card may be larger than those of the others, if it has the room. */
    public double roomy() {
        return PlaneFit.whole(ROOMY * unit);
    }

    /** The cells of a board that is {@code zoom} times as large: larger, whether or not they fit. */
    public static double zoomed(double cell, double zoom, double unit) {
        return zoom <= 1 ? cell : PlaneFit.whole(Math.max(cell * Math.sqrt(zoom), Math.min(cell * zoom, ROOMY * unit)));
    }

    /** The same board with everything {@code factor} times as large. */
    public static List<Pair> scaled(List<Pair> columns, double factor) {
        return columns.stream().map(pair -> pair.scaled(factor)).toList();
    }

    /**
     * The plan of a board.
     *
     * @param before the order so far, which stays unless another makes cells larger by more than a little
     * @param least the size below which cells do not get; the board becomes larger than its room instead
     * @param most the size above which they do not get
     */
    public BoardPlan plan(List<Pair> columns, List<PlaneOrder> orders, PlaneOrder before, double least, double most) {
        PlaneOrder best = orders.contains(before) ? before : orders.getFirst();
        BoardFit room = enlarged(needs(columns.stream().map(Pair::bare).toList(), best, 0));
        double cell = room.largestCell(columns, best);
        for (PlaneOrder order : orders) {
            double size = room.largestCell(columns, order);
            if (size > PlaneFit.WORTH_REARRANGING * cell) {
                best = order;
                cell = size;
            }
        }
        cell = Math.min(cell, most);
        if (cell >= least) {
            return room.shared(columns, best, cell);
        }
        return smallest(columns, orders, before, least);
    }

    private BoardFit enlarged(Needs needs) {
        return new BoardFit(Math.max(width, needs.width()), Math.max(height, needs.height()), unit);
    }

    /** The plan with cells that do not fit, in the order that has to be scrolled least. */
    private BoardPlan smallest(List<Pair> columns, List<PlaneOrder> orders, PlaneOrder before, double cell) {
        PlaneOrder best = orders.contains(before) ? before : orders.getFirst();
        // A few units more or less turn nothing over.
        double least = scrolled(needs(columns, best, cell), LITTLE);
        for (PlaneOrder order : orders) {
            double scrolled = scrolled(needs(columns, order, cell), 1);
            if (scrolled * PlaneFit.WORTH_REARRANGING < least) {
                best = order;
                least = scrolled;
            }
        }
        return enlarged(needs(columns, best, cell)).shared(columns, best, cell);
    }

    /**
     * How much has to be scrolled, 1 for nothing.
     *
     * @param little the factor by which it may be too wide
     */
    private double scrolled(Needs needs, double little) {
        double across = Math.max(1, needs.width() / width);
        double down = Math.max(1, needs.height() / height);
        return across * across * down * (across > little ? SIDEWAYS : 1);
    }

    /** The largest cell with which all cards fit. */
    private double largestCell(List<Pair> columns, PlaneOrder order) {
        double fits = 0;
        double tooLarge = PlaneFit.LARGEST_CELL * unit;
        if (isEnoughFor(needs(columns, order, tooLarge))) {
            return PlaneFit.whole(tooLarge);
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (fits + tooLarge) / 2;
            if (isEnoughFor(needs(columns, order, middle))) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        // Not below a whole size by the last bit of the bisection.
        double up = Math.rint(fits);
        return up > fits && isEnoughFor(needs(columns, order, up)) ? up : PlaneFit.whole(fits);
    }

    private boolean isEnoughFor(Needs needs) {
        return needs.width() <= width && needs.height() <= height;
    }

    private Needs needs(List<Pair> columns, PlaneOrder order, double cell) {
        List<Double> widths = new ArrayList<>();
        double upper = 0;
        double lower = 0;
        double height = 0;
        for (Pair pair : columns) {
            widths.add(Math.max(pair.upper.width(order, cell, unit), pair.lower.width(order, cell, unit)));
            double above = pair.upper.height(order, cell, unit);
            double below = pair.lower.height(order, cell, unit);
            height = Math.max(height, above + below);
            if (pair.isOpen()) {
                upper = Math.max(upper, above);
                lower = Math.max(lower, below);
            }
        }
        return new Needs(widths, upper, lower, Math.max(height, upper + lower));
    }

    /** The plan that gives the cards all of the room, which is enough. */
    private BoardPlan shared(List<Pair> columns, PlaneOrder order, double cell) {
        Needs needs = needs(columns, order, cell);
        double growing = 0;
        for (int i = 0; i < columns.size(); i++) {
            growing += columns.get(i).isClosed() ? 0 : needs.widths.get(i);
        }
        double left = Math.max(0, width - needs.width());
        double rows = needs.upper + needs.lower;
        double upper = rows > 0 ? needs.upper + Math.floor((height - rows) * needs.upper / rows) : 0;
        List<BoardPlan.Column> shared = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Pair pair = columns.get(i);
            double need = needs.widths.get(i);
            double wide = pair.isClosed() || growing == 0 ? need : need + Math.floor(left * need / growing);
            double above = pair.upper.isFolded
                    ? pair.upper.leastHeight
                    : pair.lower.isFolded ? height - pair.lower.leastHeight : upper;
            double below = pair.lower.isFolded ? pair.lower.leastHeight : height - above;
            shared.add(new BoardPlan.Column(wide, above, below));
        }
        return new BoardPlan(order, cell, shared);
    }
}
