package lossgrid.model.finding.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.MaskFacts;
import org.jspecify.annotations.Nullable;

/** Labels with their facts, and the context in which rules examine them. */
public final class MaskEvidence {
    private static final int MOST_SHOWN = 6;

    private final MaskFacts facts;
    private final MaskContext context;
    private @Nullable ValuePattern valuePattern;

    public MaskEvidence(MaskFacts facts, MaskContext context) {
        this.facts = facts;
        this.context = context;
    }

    public MaskFacts facts() {
        return facts;
    }

    public MaskContext context() {
        return context;
    }

    /** The one explanation of the labels' values that the rules agree on. */
    public ValuePattern valuePattern() {
        ValuePattern present = valuePattern;
        if (present == null) {
            present = ValuePattern.of(this);
            valuePattern = present;
        }
        return present;
    }

    /** The values that are neither a class nor ignored, rising. */
    public double[] invalidValues() {
        return facts.values(isInvalid());
    }

    public DoublePredicate isInvalid() {
        return value -> !context.isClass(value) && !context.isIgnored(value);
    }

    /** Values for a text, the first few of them. */
    public static Argument.Values shown(double[] values) {
        List<Double> first = Arrays.stream(values).limit(MOST_SHOWN).boxed().toList();
        return new Argument.Values(first, values.length - first.size());
    }
}
