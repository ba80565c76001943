package lossgrid.io.python;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.TorchCode;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.text.PythonLiteral;

/** The formula −Σ p log q as lines of PyTorch, from {@code x} and the encoded {@code y} to {@code loss}. */
final class TorchByHand {
    private final Analysis analysis;
    private final Experiment experiment;
    private final LossOptions options;
    private final List<String> out = new ArrayList<>();

    TorchByHand(Analysis analysis) {
        this.analysis = analysis;
        this.experiment = analysis.experiment();
        this.options = experiment.options();
    }

    List<String> steps() {
        out.add("q = " + TorchCode.probabilities(experiment));
        if (experiment.isBinary()) {
            binary();
        } else {
            categorical();
        }
        return out;
    }

    private void binary() {
        out.add("on = y * torch.log(q)");
        out.add("off = (1 - y) * torch.log(1 - q)");
        String sum = options.posWeight() == null ? "on + off" : "pos_weight * on + off";
        out.add("loss = -" + (options.weight() == null ? "(" + sum + ")" : "(weight * (" + sum + "))"));
        switch (options.reduction()) {
            case NONE -> {}
            case MEAN -> out.add("loss = loss.mean()");
            case SUM -> out.add("loss = loss.sum()");
        }
    }

    private void categorical() {
        oneHot();
        boolean smooth = options.labelSmoothing() != 0;
        String share = "p";
        if (smooth) {
            String s = PythonLiteral.number(options.labelSmoothing());
            out.add("share = (1 - %s) * p + %s / %s".formatted(s, s, experiment.channels()));
            share = "share";
        }
        if (options.weight() != null) {
            out.add("class_weight = weight.view(1, -1, 1, 1)");
            out.add("share = class_weight * " + share);
            share = "share";
        }
        if (options.labelSmoothing() > 1) {
            out.add("raise RuntimeError(EXPECTED_MESSAGE)  # as CrossEntropyLoss does");
        }
        out.add("loss = -(" + share + " * torch.log(q)).sum(dim=1)");
        if (analysis.ignored().count() > 0) {
            out.add("loss = torch.where(keep, loss, torch.zeros_like(loss))");
        }
        if (options.reduction() == Reduction.MEAN) {
            out.add("loss = loss.sum() / " + (options.weight() == null ? "p.sum()" : "(class_weight * p).sum()"));
        } else if (options.reduction() == Reduction.SUM) {
            out.add("loss = loss.sum()");
        }
    }

    private void oneHot() {
        LabelArray y = analysis.encoded().value().orElse(experiment.labels());
        if (ByHandLosses.isDistribution(y, experiment.logits().shape())) {
            out.add("p = y");
            return;
        }
        int rank = y.shape().rank();
        boolean hasChannel = rank == experiment.logits().shape().rank();
        String channel = hasChannel ? "" : ".unsqueeze(" + Math.min(Nchw.CLASS_DIM, rank) + ")";
        if (analysis.ignored().count() == 0) {
            out.add("p = torch.zeros_like(x).scatter_(1, y" + channel + ", 1.)");
        } else {
            out.add("keep = y != " + options.ignoreIndex());
            out.add("index = y.masked_fill(~keep, 0)" + channel
                    + "  # scatter_ would raise an error for the ignored labels");
            out.add("p = torch.zeros_like(x).scatter_(1, index, keep" + channel + ".float())");
        }
    }
}
