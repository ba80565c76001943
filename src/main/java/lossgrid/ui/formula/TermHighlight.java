package lossgrid.ui.formula;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.derivation.Derivation;
import lossgrid.paint.geometry.CellRef;
import lossgrid.paint.geometry.GridShape;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Highlight;

/** Maps the cells of a term to those of the cards. */
public final class TermHighlight {
    private TermHighlight() {}

    /** The term's cells on the card that shows them; empty if its pixels are not the logits', or there are none. */
    public static Optional<Highlight> highlight(Derivation.TermCells cells, Analysis analysis) {
        GridShape logits = GridShape.of(analysis.experiment().logits().shape());
        return shape(cells.place(), analysis)
                .map(GridShape::of)
                .filter(shape -> hasPixelsOf(logits, shape))
                .map(shape -> cells.cells().stream()
                        .filter(cell -> cell.c() < shape.columns())
                        .map(cell -> reference(cell, shape))
                        .toList())
                .filter(references -> !references.isEmpty())
                .map(references -> new Highlight(cardOf(cells.place()), references));
    }

    private static CardKind cardOf(Derivation.Place place) {
        return switch (place) {
            case LOGITS -> CardKind.LOGITS;
            case PROBABILITIES -> CardKind.PROBABILITIES;
            case LABELS -> CardKind.LABELS;
            case ONE_HOT -> CardKind.ONE_HOT;
            case LOSS -> CardKind.LOSS;
            case GRADIENT -> CardKind.GRADIENT;
        };
    }

    private static Optional<Shape> shape(Derivation.Place place, Analysis analysis) {
        return switch (place) {
            case LOGITS -> Optional.of(analysis.experiment().logits().shape());
            case PROBABILITIES -> analysis.probabilities().value().map(Tensor::shape);
            case LABELS -> Optional.of(analysis.experiment().labels().shape());
            case ONE_HOT -> analysis.oneHot().value().map(p -> p.values().shape());
            case LOSS -> analysis.loss().value().map(loss -> loss.lossPerPixel().shape());
            case GRADIENT -> analysis.gradient().value().map(Tensor::shape);
        };
    }

    private static boolean hasPixelsOf(GridShape logits, GridShape shape) {
        return shape.rows() == logits.rows() && shape.height() == logits.height() && shape.width() == logits.width();
    }

    private static CellRef reference(Derivation.Coordinate cell, GridShape shape) {
        return new CellRef(cell.n() * shape.columns() + cell.c(), cell.h() * shape.width() + cell.w());
    }

    /** Whether both have a cell in common. */
    static boolean meet(Highlight a, Highlight b) {
        return a.card() == b.card() && !Collections.disjoint(a.cells(), new HashSet<>(b.cells()));
    }
}
