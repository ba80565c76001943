package lossgrid.model.finding.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.model.finding.ExpectedTarget;

/**
 * The number of pixels of each class.
 *
 * @param frequent the class with the most
 * @param rare the class with the fewest, among those that occur
 */
public record ClassCounts(List<Long> counts, int frequent, int rare) {
    private static final double DIGITS = 1000;

    /** The counts of valid class indices; empty where fewer than two classes occur. */
    public static Optional<ClassCounts> of(MaskEvidence mask) {
        boolean indices =
                mask.context().wanted() == ExpectedTarget.INDICES && mask.valuePattern() == ValuePattern.RIGHT;
        boolean binary = mask.context().wanted() == ExpectedTarget.BINARY
                && mask.facts().isWhole()
                && mask.facts().values(value -> !mask.context().isClass(value)).length == 0;
        if (!indices && !binary) {
            return Optional.empty();
        }
        long[] counts = new long[mask.context().classes()];
        Arrays.setAll(
                counts,
                c -> mask.context().isIgnored(c) ? 0 : mask.facts().histogram().countOf(c));
        int frequent = 0;
        int rare = -1;
        for (int c = 0; c < counts.length; c++) {
            frequent = counts[c] > counts[frequent] ? c : frequent;
            rare = counts[c] > 0 && (rare < 0 || counts[c] <= counts[rare]) ? c : rare;
        }
        return rare < 0 || rare == frequent
                ? Optional.empty()
                : Optional.of(new ClassCounts(Arrays.stream(counts).boxed().toList(), frequent, rare));
    }

    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    public int present() {
        return (int) counts.stream().filter(count -> count > 0).count();
    }

    public double share(int c) {
        return (double) counts.get(c) / total();
    }

    /** The pixels of the most frequent class divided by those of the rarest. */
    public double ratio() {
        return (double) counts.get(frequent) / counts.get(rare);
    }

    /** 1 for the most frequent class and those that do not occur, more for each other class the rarer it is. */
    public Tensor balanced() {
        return Tensor.generate(
                Shape.of(counts.size()),
                c -> counts.get(c) == 0 ? 1f : rounded((double) counts.get(frequent) / counts.get(c)));
    }

    public static float rounded(double value) {
        return (float) (Math.rint(value * DIGITS) / DIGITS);
    }
}
