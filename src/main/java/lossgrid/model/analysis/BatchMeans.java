package lossgrid.model.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;

/**
 * The result of averaging every element of the batch by itself and then averaging these means, as a loop over images or
 * an accumulated gradient does.
 *
 * @param overAll the mean over all pixels of all batches, as the loss has it
 */
public record BatchMeans(List<Batch> batches, double overAll) {
    /**
     * One element of the batch.
     *
     * @param counted how many of its values are not ignored
     * @param denominator the sum of the weights of its targets; for the losses that divide by a number of values that
     *     number
     */
    public record Batch(int counted, double numerator, double denominator) {
        /** NaN when nothing counts. */
        public double mean() {
            return numerator / denominator;
        }
    }

    public BatchMeans {
        batches = List.copyOf(batches);
    }

    /**
     * The means of {@code loss}, the analysis's own; none without a mean, or where broadcasting has mixed the batches.
     */
    public static Optional<BatchMeans> of(Analysis analysis, LossResult loss) {
        Shape shape = loss.lossPerPixel().shape();
        int count = analysis.experiment().batches();
        if (loss.reduction() != Reduction.MEAN || shape.rank() == 0 || shape.dim(0) != count || count == 0) {
            return Optional.empty();
        }
        boolean binary = analysis.experiment().isBinary();
        int size = loss.pixels() / count;
        if (count == 1) {
            int counted = size - (binary ? 0 : analysis.ignored().count());
            Batch all = new Batch(counted, loss.numerator(), binary ? counted : loss.denominator());
            return Optional.of(new BatchMeans(List.of(all), loss.value()));
        }
        List<Batch> batches = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double numerator = sum(loss.lossPerPixel(), n * size, (n + 1) * size);
            double weights = sum(loss.weightPerPixel(), n * size, (n + 1) * size);
            int counted = size - (binary ? 0 : analysis.ignored().count(n * size, (n + 1) * size));
            // The weight of a binary loss is a factor of the loss alone.
            batches.add(new Batch(counted, numerator, binary ? counted : weights));
        }
        return Optional.of(new BatchMeans(batches, loss.value()));
    }

    /** The sum of the elements from {@code from} to before {@code to}. */
    private static double sum(Tensor values, int from, int to) {
        int planeSize = values.size() / values.planeCount();
        float[] part = new float[Math.min(planeSize, to - from)];
        double sum = 0;
        int count;
        for (int i = from; i < to; i += count) {
            count = Math.min(Math.min(part.length, to - i), planeSize - i % planeSize);
            values.copy(i / planeSize, i % planeSize, part, count);
            for (int j = 0; j < count; j++) {
                sum += part[j];
            }
        }
        return sum;
    }

    /** The mean of the batches' means; NaN when one of them has nothing that counts. */
    public double ofMeans() {
        return batches.stream().mapToDouble(Batch::mean).sum() / batches.size();
    }

    public double difference() {
        return ofMeans() - overAll;
    }

    /** Whether some batch has nothing that counts, so that its mean is 0 / 0. */
    public boolean hasEmptyBatch() {
        return batches.stream().anyMatch(batch -> batch.denominator() == 0);
    }

    /** Whether all denominators are the same: then, and in general only then, both means agree. */
    public boolean sameDenominators() {
        double first = batches.getFirst().denominator();
        return batches.stream().allMatch(batch -> batch.denominator() == first);
    }
}
