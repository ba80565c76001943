package lossgrid.core.loss;

import static lossgrid.fixtures.TensorAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.Draw;
import lossgrid.fixtures.FiniteDifferences;
import lossgrid.fixtures.LogSigmoid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationPropertiesTest {
    /** A few units in the last place of 1. */
    private static final double ROUNDING = 5e-7;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void softmaxSumsToOneAlongItsDimension(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), draw.between(0.1f, 20));
        for (int dim = -4; dim < 4; dim++) {
            Tensor y = ActivationMath.softmax(x, dim);
            assertClose(sumAlong(y, dim), Tensor.full(sumAlong(y, dim).shape(), 1), ROUNDING);
        }
    }

    private static Tensor sumAlong(Tensor tensor, int dim) {
        Shape shape = tensor.shape();
        int d = shape.wrap(dim);
        float[] sums = new float[shape.with(d, 1).size()];
        for (int i = 0; i < tensor.size(); i++) {
            int outer = i / (shape.stride(d) * shape.dim(d));
            sums[outer * shape.stride(d) + i % shape.stride(d)] += tensor.at(i);
        }
        return Tensor.of(shape.with(d, 1), sums);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void softmaxDoesNotSeeAShift(long seed) {
        Draw draw = new Draw(seed);
        // Multiples of 1/8 below 2^10 are shifted by one another without rounding.
        Tensor logits = draw.normal(draw.logitsShape(1), 4);
        Tensor x = Tensor.generate(logits.shape(), i -> Math.round(logits.at(i) * 8) / 8f);
        float shift = draw.between(-800, 800) / 8f;
        Tensor shifted = Tensor.generate(x.shape(), i -> x.at(i) + shift);
        assertThat(ActivationMath.softmax(shifted, 1)).isEqualTo(ActivationMath.softmax(x, 1));
        assertThat(ActivationMath.logSoftmax(shifted, -1)).isEqualTo(ActivationMath.logSoftmax(x, -1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void logSoftmaxIsTheLogarithmOfSoftmax(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 3);
        Tensor y = ActivationMath.softmax(x, 1);
        assertClose(
                ActivationMath.logSoftmax(x, 1), Tensor.generate(y.shape(), i -> (float) Math.log(y.at(i))), ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void sigmoidsOfOppositesSumToOne(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 10);
        Tensor y = ActivationMath.sigmoid(x);
        Tensor opposite = ActivationMath.sigmoid(Tensor.generate(x.shape(), i -> -x.at(i)));
        assertClose(Tensor.generate(x.shape(), i -> y.at(i) + opposite.at(i)), Tensor.full(x.shape(), 1), ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void logSigmoidIsTheLogarithmOfSigmoid(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 5);
        Tensor y = ActivationMath.sigmoid(x);
        Tensor logarithms = Tensor.generate(y.shape(), i -> (float) Math.log(y.at(i)));
        assertClose(LogSigmoid.of(x), logarithms, 1e-5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void oneAgainstTheRestHasTheSoftmaxForItsSigmoid(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(2), 3);
        Tensor softmax = ActivationMath.softmax(x, 1);
        int planeSize = x.shape().planeSize();
        for (int c = 0; c < x.shape().dim(1); c++) {
            int plane = c;
            Tensor expected = Tensor.generate(
                    x.shape().with(1, 1),
                    pixel -> softmax.inPlane(pixel / planeSize * x.shape().dim(1) + plane, pixel % planeSize));
            assertClose(ActivationMath.sigmoid(ActivationMath.oneAgainstRest(x, c)), expected, ROUNDING);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("lossgrid.fixtures.Draw#seeds")
    void gradientsAreThoseOfCentralDifferences(long seed) {
        Draw draw = new Draw(seed);
        Tensor x = draw.normal(draw.logitsShape(1), 1);
        Tensor g = draw.normal(x.shape(), 1);
        int dim = draw.between(0, 3);
        FiniteDifferences.check(
                x,
                t -> dot(g, ActivationMath.sigmoid(t)),
                ActivationMath.sigmoidBackward(g, ActivationMath.sigmoid(x)));
        FiniteDifferences.check(x, t -> dot(g, LogSigmoid.of(t)), LogSigmoid.backward(g, x));
        Tensor softmax = ActivationMath.softmax(x, dim);
        FiniteDifferences.check(
                x, t -> dot(g, ActivationMath.softmax(t, dim)), ActivationMath.softmaxBackward(g, softmax, dim));
        Tensor logSoftmax = ActivationMath.logSoftmax(x, dim);
        FiniteDifferences.check(
                x,
                t -> dot(g, ActivationMath.logSoftmax(t, dim)),
                ActivationMath.logSoftmaxBackward(g, logSoftmax, dim));
    }

    private static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += (double) a.at(i) * b.at(i);
        }
        return sum;
    }
}
