package lossgrid.model.finding;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;

/** What a finding's or a fix's text speaks of, before it is put into words of any language. */
public sealed interface Argument {
    /** How many there are; the texts have a singular. */
    record Count(long value) implements Argument {}

    /** A label, a logit or a size, as it is. */
    record Value(double value) implements Argument {}

    /**
     * Labels in rising order.
     *
     * @param more how many further ones are left out
     */
    record Values(List<Double> values, int more) implements Argument {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** A computed number, such as a loss; to be rounded as losses are. */
    record Figure(double value) implements Argument {}

    /** Computed numbers, such as a weight. */
    record Figures(List<Double> values) implements Argument {
        public Figures {
            values = List.copyOf(values);
        }
    }

    /** A part of the whole, 0…1. */
    record Share(double fraction) implements Argument {}

    record Sizes(Shape shape) implements Argument {}

    record Type(DType dtype) implements Argument {}

    /** A word of PyTorch's or a name, the same in every language. */
    record Code(String text) implements Argument {}
}
