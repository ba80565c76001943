package lossgrid.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The arrays in libtorch's memory, and libtorch's operations on them. Every result is freed before the call returns.
 */
final class TorchArrays implements AutoCloseable {
    private static final float MIN_LOG = -100;

    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager manager = engine.newBaseManager();
    private final NDArray logits;
    private final NDArray classes;
    private final NDArray target;
    private final NDArray one;
    /** Computed on first use, since they are as large as the logits. */
    private @Nullable NDArray logProbabilities;

    private @Nullable NDArray probabilities;

    TorchArrays(Shape shape, float[][] planes, long[] indices, float[] ones) {
        JniUtils.setNumThreads(ForkJoinPool.getCommonPoolParallelism() + 1);
        logits = floats(shape, planes);
        target = floats(shape, new float[][] {ones});
        one = manager.create(1f);
        classes = manager.create(indices, torch(shape.with(Nchw.CLASS_DIM, 1)));
    }

    private NDArray floats(Shape shape, float[][] parts) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(shape.size() * Float.BYTES).order(ByteOrder.nativeOrder());
        for (float[] part : parts) {
            bytes.asFloatBuffer().put(part);
            bytes.position(bytes.position() + part.length * Float.BYTES);
        }
        return manager.create(bytes.flip(), torch(shape), DataType.FLOAT32);
    }

    private static ai.djl.ndarray.types.Shape torch(Shape shape) {
        long[] sizes = new long[shape.rank()];
        Arrays.setAll(sizes, shape::dim);
        return new ai.djl.ndarray.types.Shape(sizes);
    }

    static String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }

    /** {@code softmax}, and the loss of every pixel by {@code log_softmax} and {@code gather}; returns its mean. */
    float softmax() {
        return free(x -> {
            x.softmax(Nchw.CLASS_DIM);
            return loss(x);
        });
    }

    private NDArray loss(NDArray x) {
        return lossOf(x.logSoftmax(Nchw.CLASS_DIM));
    }

    private NDArray lossOf(NDArray logs) {
        NDArray perPixel = logs.gather(classes, Nchw.CLASS_DIM);
        return perPixel.mean().neg();
    }

    /** The same, and the gradient with respect to the logits. */
    float softmaxGradient() {
        return free(x -> {
            x.softmax(Nchw.CLASS_DIM);
            NDArray leaf = x.stopGradient();
            leaf.setRequiresGradient(true);
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray mean = loss(leaf);
                collector.backward(mean);
                leaf.getGradient();
                return mean;
            }
        });
    }

    /**
     * {@code sigmoid}, and the loss of every element as {@code softplus(x) − y x}: three kernels, where libtorch's own
     * {@code binary_cross_entropy_with_logits}, which DJL does not reach, takes four.
     */
    float sigmoid() {
        return free(x -> {
            Activation.sigmoid(x);
            return Activation.softPlus(x).subi(x.mul(target)).mean();
        });
    }

    /** The loss of every pixel by {@code gather} from log-probabilities. */
    float nll() {
        NDArray logs = logProbabilities;
        if (logs == null) {
            logs = logits.logSoftmax(Nchw.CLASS_DIM);
            logProbabilities = logs;
        }
        return free(logs, this::lossOf);
    }

    /**
     * The loss of every element as {@code −(y (log x − log(1 − x)) + log(1 − x))}, the logarithms no less than −100:
     * eight kernels with vectors, where libtorch's own {@code binary_cross_entropy}, which DJL does not reach, takes
     * one without.
     */
    float bce() {
        NDArray given = probabilities;
        if (given == null) {
            given = Activation.sigmoid(logits);
            probabilities = given;
        }
        return free(given, x -> {
            NDArray ofRest = one.sub(x).log().clip(MIN_LOG, 0);
            NDArray log = x.log().clip(MIN_LOG, 0);
            return log.subi(ofRest).muli(target).addi(ofRest).mean().neg();
        });
    }

    private float free(Function<NDArray, NDArray> work) {
        return free(logits, work);
    }

    private float free(NDArray input, Function<NDArray, NDArray> work) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray x = input.stopGradient();
            x.attach(scope);
            return work.apply(x).getFloat();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
