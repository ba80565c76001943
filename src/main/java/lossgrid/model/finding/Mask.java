package lossgrid.model.finding;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** Labels, and what they are looked at for. */
final class Mask {
    private static final int MOST_SHOWN = 6;

    private final MaskFacts facts;
    private final MaskContext context;
    private @Nullable Reading reading;

    Mask(MaskFacts facts, MaskContext context) {
        this.facts = facts;
        this.context = context;
    }

    MaskFacts facts() {
        return facts;
    }

    MaskContext context() {
        return context;
    }

    /** The one explanation of the labels' values that the rules agree on. */
    Reading reading() {
        Reading present = reading;
        if (present == null) {
            present = Reading.of(this);
            reading = present;
        }
        return present;
    }

    /** The values that are neither a class nor ignored, rising. */
    double[] strays() {
        return facts.values(isStray());
    }

    DoublePredicate isStray() {
        return value -> !context.isClass(value) && !context.isIgnored(value);
    }

    /** Values for a text, the first few of them. */
    static Argument.Values shown(double[] values) {
        List<Double> first = Arrays.stream(values).limit(MOST_SHOWN).boxed().toList();
        return new Argument.Values(first, values.length - first.size());
    }
}
