package lossgrid.model.example;

import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions of labels that are rows and columns. Labels that are known to be colours, by their source, have them
 * before the last dimension. Otherwise the sizes of the logits decide: rows and columns are the last two dimensions
 * where these have the logits' sizes, or the two before the last where those have. Where neither do, a last dimension
 * of 3 or 4 after larger ones is colours, and otherwise the last two are rows and columns. Labels of rank 1 have
 * neither.
 *
 * @param rows the dimension of the rows; that of the columns follows it
 */
public record SpatialDims(int rows) {
    private static final int FEWEST_COLORS = 3;
    private static final int MOST_COLORS = 4;
    private static final int ROWS_OF_LOGITS = 2;

    public int columns() {
        return rows + 1;
    }

    /** The dimensions of the document's labels. */
    public static Optional<SpatialDims> of(Experiment experiment) {
        return of(experiment.labels().shape(), experiment.logits().shape(), experiment.source());
    }

    /** The dimensions of labels of this shape, without logits to compare with. */
    public static Optional<SpatialDims> of(Shape labels, @Nullable LabelSource source) {
        return of(labels, null, source);
    }

    static Optional<SpatialDims> of(Shape labels, @Nullable Shape logits, @Nullable LabelSource source) {
        int rank = labels.rank();
        if (rank < 2) {
            return Optional.empty();
        }
        boolean canBeColors = rank > 2 && labels.dim(rank - 1) >= FEWEST_COLORS && labels.dim(rank - 1) <= MOST_COLORS;
        if (canBeColors && source != null && source.isColor()) {
            return Optional.of(new SpatialDims(rank - 3));
        }
        if (logits != null && fits(labels, rank - 2, logits)) {
            return Optional.of(new SpatialDims(rank - 2));
        }
        if (logits != null && rank > 2 && fits(labels, rank - 3, logits)) {
            return Optional.of(new SpatialDims(rank - 3));
        }
        boolean colors = canBeColors && labels.dim(rank - 2) > MOST_COLORS && labels.dim(rank - 3) > MOST_COLORS;
        return Optional.of(new SpatialDims(colors ? rank - 3 : rank - 2));
    }

    private static boolean fits(Shape labels, int rows, Shape logits) {
        return labels.dim(rows) == logits.dim(ROWS_OF_LOGITS) && labels.dim(rows + 1) == logits.dim(ROWS_OF_LOGITS + 1);
    }
}
