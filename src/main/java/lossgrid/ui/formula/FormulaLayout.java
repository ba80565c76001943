package lossgrid.ui.formula;

import java.util.ArrayList;
import java.util.List;
import lossgrid.model.derivation.Derivation;

/**
 * The positions of a formula's pieces: in one row, or several where one is too short. Rows break before relations if
 * possible, and pieces that cannot be broken are made smaller.
 *
 * @param pieces in the formula's order
 */
record FormulaLayout(List<Placed> pieces, double height) {
    /** A piece with its left end on the baseline at (x, y). */
    record Placed(FormulaShapes typeset, double x, double y, double scale) {}

    private static final double COMMA_GAP = Typesetter.SIZE / 4;
    private static final double ROW_GAP = 5;
    private static final double INDENT = 14;
    /** The smallest scale at which a line that is too long is shrunk instead of broken. */
    private static final double LEAST_SHRINKING = 0.87;

    /** Lays pieces, typeset in this order, into rows of {@code width}. */
    static FormulaLayout of(List<Derivation.Piece> pieces, List<FormulaShapes> typesets, double width) {
        return new Rows(pieces, typesets, width).lay();
    }

    /** The rows while they are being filled. */
    private static final class Rows {
        private final List<Derivation.Piece> pieces;
        private final List<FormulaShapes> typesets;
        private final double width;
        private final double indent;
        private final List<Placed> row = new ArrayList<>();
        private final List<Placed> done = new ArrayList<>();
        private double x;
        private double y;

        Rows(List<Derivation.Piece> pieces, List<FormulaShapes> typesets, double width) {
            this.pieces = pieces;
            this.typesets = typesets;
            this.width = width;
            this.indent = pieces.size() > 1 ? Math.min(typesets.getFirst().width(), width / 4) : 0;
        }

        FormulaLayout lay() {
            double whole = widthOf(0, pieces.size());
            double scale = Math.min(1, width / whole);
            if (scale >= LEAST_SHRINKING) {
                for (int i = 0; i < pieces.size(); i++) {
                    place(i, scale);
                }
            } else {
                for (int from = 0; from < pieces.size(); from = clauseEnd(from)) {
                    layClause(from, clauseEnd(from));
                }
            }
            endRow();
            return new FormulaLayout(List.copyOf(done), Math.max(0, y - ROW_GAP));
        }

        private double gapBefore(int i) {
            return pieces.get(i).join() == Derivation.Join.COMMA ? COMMA_GAP : 0;
        }

        private double widthOf(int from, int to) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += gapBefore(i) + typesets.get(i).width();
            }
            return sum;
        }

        /** The end of the clause from a relation to the next one. */
        private int clauseEnd(int from) {
            int end = from + 1;
            while (end < pieces.size() && pieces.get(end).join() != Derivation.Join.RELATION) {
                end++;
            }
            return end;
        }

        private void layClause(int from, int to) {
            if (x + widthOf(from, to) <= width) {
                for (int i = from; i < to; i++) {
                    place(i, 1);
                }
                return;
            }
            // The second clause stays beside the term that it is about.
            if (from > 1) {
                breakRow(indent);
            }
            for (int i = from; i < to; i++) {
                double own = gapBefore(i) + typesets.get(i).width();
                if (i > from && x + own > width) {
                    breakRow(indent + INDENT);
                }
                place(i, Math.min(1, (width - x) / own));
            }
        }

        private void place(int i, double scale) {
            x += gapBefore(i) * scale;
            row.add(new Placed(typesets.get(i), x, 0, scale));
            x += typesets.get(i).width() * scale;
        }

        private void breakRow(double start) {
            endRow();
            x = start;
        }

        private void endRow() {
            double ascent = 0;
            double descent = 0;
            for (Placed piece : row) {
                ascent = Math.max(ascent, piece.typeset().ascent() * piece.scale());
                descent = Math.max(descent, piece.typeset().descent() * piece.scale());
            }
            for (Placed piece : row) {
                done.add(new Placed(piece.typeset(), piece.x(), y + ascent, piece.scale()));
            }
            y += row.isEmpty() ? 0 : ascent + descent + ROW_GAP;
            row.clear();
        }
    }
}
