package lossgrid.model.finding;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;

/** An argument of a finding's or a fix's text, independent of the language. */
public sealed interface Argument {
    /** A number of things; the texts have a singular form. */
    record Count(long value) implements Argument {}

    /** A label, a logit or a size, not rounded. */
    record Value(double value) implements Argument {}

    /**
     * Labels in rising order.
     *
     * @param more the number of further ones left out
     */
    record Values(List<Double> values, int more) implements Argument {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** A computed number, such as a loss; rounded as losses are. */
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

    /** A term of PyTorch or a name, the same in every language. */
    record Code(String text) implements Argument {}
}
