package lossgrid.bench;

import java.util.concurrent.TimeUnit;
import lossgrid.core.loss.ActivatedLoss;
import lossgrid.core.loss.Losses;
import lossgrid.core.loss.ProbabilityStorage;
import lossgrid.core.loss.Reduction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each work by each contender: the methods' names are {@link Work}'s and {@link Contender}'s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class KernelBenchmark {
    private static final long IGNORE_INDEX = -100;

    @Param("")
    public String shape;

    private BenchArrays arrays;

    @Setup
    public void setUp() {
        arrays = BenchArrays.of(shape);
    }

    @Benchmark
    public float[][] copy() {
        return arrays.copy();
    }

    @Benchmark
    public ActivatedLoss softmaxByLossgrid() {
        return softmax();
    }

    @Benchmark
    public ActivatedLoss softmaxGradientByLossgrid() {
        ActivatedLoss out = softmax();
        // Reading computes it.
        arrays.copy(out.loss().gradient());
        return out;
    }

    private ActivatedLoss softmax() {
        return Losses.softmaxCrossEntropy(
                arrays.logits, arrays.classes, null, IGNORE_INDEX, 0, Reduction.MEAN, ProbabilityStorage.STORED);
    }

    @Benchmark
    public ActivatedLoss sigmoidByLossgrid() {
        return Losses.sigmoidCrossEntropy(arrays.logits, arrays.target, null, null, Reduction.MEAN);
    }

    @Benchmark
    public ActivatedLoss nllByLossgrid() {
        return Losses.resumableNllLoss(arrays.logProbabilities(), arrays.classes, null, IGNORE_INDEX, Reduction.MEAN);
    }

    @Benchmark
    public ActivatedLoss bceByLossgrid() {
        return Losses.resumableBinaryCrossEntropy(arrays.probabilities(), arrays.target, null, Reduction.MEAN);
    }

    @Benchmark
    public float softmaxByLibtorch() {
        return arrays.torch.softmax();
    }

    @Benchmark
    public float softmaxGradientByLibtorch() {
        return arrays.torch.softmaxGradient();
    }

    @Benchmark
    public float sigmoidByLibtorch() {
        return arrays.torch.sigmoid();
    }

    @Benchmark
    public float nllByLibtorch() {
        return arrays.torch.nll();
    }

    @Benchmark
    public float bceByLibtorch() {
        return arrays.torch.bce();
    }
}
