package lossgrid.model.edit;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;

/** Gradient descent on the logits, as {@code torch.optim.SGD([x], lr)} does it: {@code x ← x − lr · ∂L/∂x}. */
public final class Descent {
    private Descent() {}

    /** The answer to a request for a step. */
    public sealed interface Outcome {
        record Step(Edit.SetLogits edit) implements Outcome {}

        /** The step is too small to change any logit. */
        record Still() implements Outcome {}

        record Impossible(Reason reason) implements Outcome {}
    }

    /** The reason why a step is impossible. */
    public enum Reason {
        /** PyTorch computes no loss, so there is nothing to differentiate. */
        NO_LOSS,
        /** The loss is NaN or infinite. */
        LOSS_NOT_FINITE,
        /** The gradient has NaN or infinities in it. */
        GRADIENT_NOT_FINITE,
        /** The step would carry a logit beyond float32. */
        STEP_NOT_FINITE
    }

    /** A learning rate as a user writes it: a number above 0 that float32 can hold; none for anything else. */
    public static OptionalDouble rate(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (!plain.matches("[+]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")) {
            return OptionalDouble.empty();
        }
        double rate = Double.parseDouble(plain);
        return (float) rate > 0 && Float.isFinite((float) rate) ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }

    /** The reason why a step from {@code analysis} is impossible at any rate; none where one may be possible. */
    public static Optional<Reason> obstacle(Analysis analysis) {
        return obstacle(
                analysis, analysis.gradient().value().map(Descent::isFinite).orElse(false));
    }

    /** As above, for who knows whether the whole gradient is finite. */
    public static Optional<Reason> obstacle(Analysis analysis, boolean finiteGradient) {
        Optional<LossResult> loss = analysis.loss().value();
        if (loss.isEmpty() || analysis.gradient().value().isEmpty()) {
            return Optional.of(Reason.NO_LOSS);
        }
        if (!Float.isFinite(loss.get().value())) {
            return Optional.of(Reason.LOSS_NOT_FINITE);
        }
        return finiteGradient ? Optional.empty() : Optional.of(Reason.GRADIENT_NOT_FINITE);
    }

    /** One step from {@code analysis}, if nothing stands against it. */
    public static Outcome step(Analysis analysis, double rate) {
        Optional<Reason> obstacle = obstacle(analysis, true);
        return obstacle.<Outcome>map(Outcome.Impossible::new)
                .orElseGet(() ->
                        step(analysis.experiment(), analysis.gradient().value().orElseThrow(), rate));
    }

    /** The losses of at most so many steps from {@code start}; fewer where one of them is impossible. */
    public static LossTrace trace(Analysis start, double rate, int steps) {
        LossTrace trace =
                new LossTrace(start.loss().value().map(LossResult::value).orElse(Float.NaN));
        Analysis at = start;
        for (int i = 0; i < steps; i++) {
            if (obstacle(at).isPresent() || !(step(at, rate) instanceof Outcome.Step(var edit))) {
                break;
            }
            at = Analyzer.analyze(at.experiment().withLogits(edit.logits()), at);
            trace.add(at.loss().value().map(LossResult::value).orElse(Float.NaN));
        }
        return trace;
    }

    /**
     * One step.
     *
     * @param gradient in the shape of the logits
     * @param rate lr; taken as the float32 that PyTorch makes of it
     */
    static Outcome step(Experiment experiment, Tensor gradient, double rate) {
        Tensor x = experiment.logits();
        Walk walk = new Walk(x, gradient, (float) rate);
        Tensor next = Tensor.read(x.shape(), walk);
        if (walk.metSlope) {
            return new Outcome.Impossible(Reason.GRADIENT_NOT_FINITE);
        }
        if (walk.metLogit) {
            return new Outcome.Impossible(Reason.STEP_NOT_FINITE);
        }
        return next.equals(x) ? new Outcome.Still() : new Outcome.Step(new Edit.SetLogits(next));
    }

    /** Steps plane by plane, since the gradient may be one that is computed where it is read. */
    private static final class Walk implements Tensor.PlaneReader {
        private final Tensor logits;
        private final Tensor gradient;
        private final double lr;
        private float[] slopes = new float[0];
        /** Whether a slope was not finite. */
        private boolean metSlope;
        /** Whether a logit is not finite any more. */
        private boolean metLogit;

        Walk(Tensor logits, Tensor gradient, double lr) {
            this.logits = logits;
            this.gradient = gradient;
            this.lr = lr;
        }

        @Override
        public void read(int plane, float[] out) {
            slopes = slopes.length == out.length ? slopes : new float[out.length];
            gradient.copy(plane, 0, slopes, out.length);
            logits.copy(plane, 0, out, out.length);
            for (int i = 0; i < out.length; i++) {
                float x = out[i];
                out[i] = (float) (x - lr * slopes[i]);
                metSlope |= !Float.isFinite(slopes[i]);
                metLogit |= !Float.isFinite(out[i]) && Float.isFinite(x);
            }
        }
    }

    private static boolean isFinite(Tensor values) {
        float[] plane = new float[values.shape().planeSize()];
        for (int p = 0; p < values.planeCount(); p++) {
            values.copy(p, 0, plane, plane.length);
            for (float value : plane) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
