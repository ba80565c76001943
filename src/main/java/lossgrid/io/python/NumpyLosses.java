package lossgrid.io.python;

import java.util.function.Consumer;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.text.PythonLiteral;

/**
 * The formulas of the losses as lines of NumPy: from {@code x}, the activation's {@code q} and the encoded {@code y} to
 * {@code loss}, one value a pixel, and, unless there is no reduction, its {@code numerator} and {@code denominator}.
 */
final class NumpyLosses {
    private final Analysis analysis;
    private final Experiment experiment;
    private final LossOptions options;
    private final Consumer<String> out;

    NumpyLosses(Analysis analysis, Consumer<String> out) {
        this.analysis = analysis;
        this.experiment = analysis.experiment();
        this.options = experiment.options();
        this.out = out;
    }

    void write() {
        switch (experiment.recipe().loss()) {
            case BCE_LOSS -> binaryCrossEntropy();
            case BCE_WITH_LOGITS_LOSS -> withLogits();
            case NLL_LOSS -> {
                line("log_q = q");
                classIndices();
            }
            case CROSS_ENTROPY_LOSS -> {
                line("log_q = log_softmax(q, axis=1)");
                if (target().shape().equals(experiment.logits().shape())) {
                    classProbabilities();
                } else {
                    classIndices();
                }
            }
            case BY_HAND -> {
                if (experiment.recipe().activation() instanceof Activation.LogSoftmax(int dim)) {
                    line("q = softmax(x, axis=" + dim + ")");
                }
                if (experiment.isBinary()) {
                    binaryByHand();
                } else {
                    categoricalByHand();
                }
            }
        }
    }

    private void line(String line) {
        out.accept(line);
    }

    private LabelArray target() {
        return analysis.encoded().value().orElseThrow();
    }

    private boolean isWeighted() {
        return options.weight() != null;
    }

    private void binaryCrossEntropy() {
        line("# logarithms are clamped at -100");
        line("log_on, log_off = np.maximum(log(q), -100), np.maximum(log(1 - q), -100)");
        line("loss = (y - 1) * log_off - y * log_on" + (isWeighted() ? "" : "  # -(y log q + (1 - y) log(1 - q))"));
        if (isWeighted()) {
            line("loss = loss * weight");
        }
        elements();
    }

    private void withLogits() {
        line("m = np.maximum(-q, 0)  # keeps the exponentials from overflowing");
        line("log_sum = log(exp(-m) + exp(-q - m))");
        line(
                options.posWeight() == null
                        ? "loss = (1 - y) * q + m + log_sum"
                        : "loss = (1 - y) * q + (1 + (pos_weight - 1) * y) * (log_sum + m)");
        if (isWeighted()) {
            line("loss = loss * weight");
        }
        elements();
    }

    private void binaryByHand() {
        if (target().dtype() == DType.FLOAT64) {
            line("y = y.astype(np.float32)");
        }
        line("on = y * np.log(q.astype(np.float64))");
        line("off = (1 - y) * np.log((1 - q).astype(np.float64))");
        String sum = options.posWeight() == null ? "on + off" : "pos_weight * on + off";
        line("loss = -" + (isWeighted() ? "(weight * (" + sum + "))" : "(" + sum + ")"));
        line("loss = loss.astype(np.float32)");
        elements();
    }

    /** Writes the reductions of the binary losses, whose mean is over all elements. */
    private void elements() {
        reduce("loss.size");
    }

    private void classIndices() {
        line("keep = y != " + options.ignoreIndex());
        line("index = np.where(keep, y, 0)");
        line("picked = np.take_along_axis(log_q, index[:, None], axis=1)[:, 0]  # log_q[n, y[n, h, w], h, w]");
        line("w = np.where(keep, " + (isWeighted() ? "weight.reshape(-1)[index]" : "1") + ", 0).astype(np.float32)");
        String picked = "-w.astype(np.float64) * picked";
        if (options.labelSmoothing() > 0 && usesSmoothing()) {
            String s = PythonLiteral.number(options.labelSmoothing());
            String weighted = isWeighted() ? "weight.reshape(-1, 1, 1) * log_q.astype(np.float64)" : "log_q";
            line("spread = -(" + weighted + ").sum(axis=1, dtype=np.float64)");
            line("loss = (1 - %s) * (%s) + %s / %s * spread".formatted(s, picked, s, experiment.channels()));
        } else {
            line("loss = " + picked);
        }
        line("loss = np.where(keep, loss, 0).astype(np.float32)");
        reduce("w.sum(dtype=np.float64)");
    }

    private boolean usesSmoothing() {
        return switch (experiment.recipe().loss()) {
            case CROSS_ENTROPY_LOSS, BY_HAND -> true;
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS, NLL_LOSS -> false;
        };
    }

    private void classProbabilities() {
        String share = "y";
        if (options.labelSmoothing() > 0) {
            String s = PythonLiteral.number(options.labelSmoothing());
            share = "(y * (1 - %s) + %s / %s)".formatted(s, s, experiment.channels());
        }
        share = isWeighted() ? share + " * weight[:, None, None]" : share;
        line("loss = -(log_q.astype(np.float64) * (" + share + ")).sum(axis=1)");
        reduce("loss.size");
    }

    private void categoricalByHand() {
        oneHot();
        String share = "p.astype(np.float64)";
        if (options.labelSmoothing() != 0) {
            String s = PythonLiteral.number(options.labelSmoothing());
            share = "((1 - %s) * %s + %s / %s)".formatted(s, share, s, experiment.channels());
        }
        if (isWeighted()) {
            line("class_weight = weight.reshape(1, -1, 1, 1)");
            share = "class_weight * " + share;
        }
        line("share = (" + share + ").astype(np.float32)");
        line("loss = -(share * np.log(q.astype(np.float64))).sum(axis=1)");
        if (analysis.ignored().count() > 0) {
            line("loss = np.where(keep, loss, 0)");
        }
        line("loss = loss.astype(np.float32)");
        reduce((isWeighted() ? "(class_weight * p)" : "p") + ".sum(dtype=np.float64)");
    }

    private void oneHot() {
        LabelArray y = target();
        Shape x = experiment.logits().shape();
        if (ByHandLosses.isDistribution(y, x)) {
            line("p = y.astype(np.float32)");
            return;
        }
        boolean hasChannel = y.shape().rank() == x.rank();
        Shape index = hasChannel
                ? y.shape()
                : y.shape().insert(Math.min(Nchw.CLASS_DIM, y.shape().rank()), 1);
        line("p = np.zeros_like(x)");
        if (analysis.ignored().count() > 0) {
            line("keep = y != " + options.ignoreIndex());
            line("index = np.where(keep, y, 0)" + reshaped(index, hasChannel));
            line("np.put_along_axis(p, index, keep" + reshaped(index, hasChannel) + ".astype(np.float32), axis=1)");
        } else {
            line("index = y" + reshaped(index, hasChannel));
            line("np.put_along_axis(p" + corner(x, index) + ", index, 1, axis=1)");
        }
    }

    private static String reshaped(Shape index, boolean hasChannel) {
        return hasChannel ? "" : ".reshape" + PythonLiteral.tuple(index);
    }

    /** The part of x that PyTorch's scatter_ writes, where there are indices; NumPy would broadcast them. */
    private static String corner(Shape x, Shape index) {
        if (index.with(Nchw.CLASS_DIM, 1).equals(x.with(Nchw.CLASS_DIM, 1))) {
            return "";
        }
        return "[:%s, :, :%s, :%s]".formatted(index.dim(0), index.dim(2), index.dim(3));
    }

    private void reduce(String meanDenominator) {
        if (options.reduction() == Reduction.NONE) {
            return;
        }
        line("numerator = loss.sum(dtype=np.float64)");
        line("denominator = " + (options.reduction() == Reduction.MEAN ? meanDenominator : "1"));
    }
}
