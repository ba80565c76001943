package lossgrid.model.analysis;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.loss.LossResult;
import lossgrid.model.document.Experiment;

/** Questions about how the losses of the pixels add up. */
public final class Ledger {
    private Ledger() {}

    /**
     * The element of the unreduced loss that belongs to a logit; none where broadcasting has given the loss another
     * shape.
     */
    public static OptionalInt elementAt(Experiment experiment, LossResult loss, int n, int c, int h, int w) {
        Shape logits = experiment.logits().shape();
        Shape losses = loss.lossPerPixel().shape();
        Nchw layout = Nchw.of(logits);
        int pixel = layout.pixel(n, h, w);
        if (losses.equals(logits.remove(Nchw.CLASS_DIM))) {
            return OptionalInt.of(pixel);
        }
        if (losses.equals(logits)) {
            return OptionalInt.of(layout.element(pixel, c));
        }
        return OptionalInt.empty();
    }

    /**
     * The part of the numerator, 0…1, that one element of the unreduced loss makes up; none when the numerator is 0 or
     * NaN.
     */
    public static OptionalDouble share(LossResult loss, int element) {
        double share = loss.lossPerPixel().at(element) / loss.numerator();
        return Double.isFinite(share) ? OptionalDouble.of(share) : OptionalDouble.empty();
    }
}
