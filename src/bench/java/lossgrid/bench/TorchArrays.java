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
import lossgrid.core.Shape;

/** The arrays in libtorch's memory, and what libtorch makes of them. Every result is freed before the call returns. */
final class TorchArrays implements AutoCloseable {
    private static final int CLASS_DIM = 1;

    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager manager = engine.newBaseManager();
    private final NDArray logits;
    private final NDArray classes;
    private final NDArray target;

    TorchArrays(Shape shape, float[][] planes, long[] indices, float[] ones) {
        JniUtils.setNumThreads(ForkJoinPool.getCommonPoolParallelism() + 1);
        logits = floats(shape, planes);
        target = floats(shape, new float[][] {ones});
        classes = manager.create(indices, torch(shape.with(CLASS_DIM, 1)));
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

    /** {@code softmax}, and the loss of every pixel by {@code log_softmax} and {@code gather}; gives its mean. */
    float softmax() {
        return free(x -> {
            x.softmax(CLASS_DIM);
            return loss(x);
        });
    }

    private NDArray loss(NDArray x) {
        NDArray perPixel = x.logSoftmax(CLASS_DIM).gather(classes, CLASS_DIM);
        return perPixel.mean().neg();
    }

    /** The same, and the gradient with respect to the logits. */
    float softmaxGradient() {
        return free(x -> {
            x.softmax(CLASS_DIM);
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
     * {@code sigmoid}, and the loss of every element as {@code softplus(x) − y x}: three kernels, where libtorch's own {@code
     * binary_cross_entropy_with_logits}, which DJL does not reach, takes four.
     */
    float sigmoid() {
        return free(x -> {
            Activation.sigmoid(x);
            return Activation.softPlus(x).subi(x.mul(target)).mean();
        });
    }

    private float free(Function<NDArray, NDArray> work) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray x = logits.stopGradient();
            x.attach(scope);
            return work.apply(x).getFloat();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
