package lossgrid.model.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.Reduction;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.OptionName;
import lossgrid.model.text.PythonLiteral;

/** The arguments of a loss function in PyTorch: those that differ from its defaults. */
final class LossArguments {
    /** Longer arrays are named, not written. */
    private static final int MOST_NUMBERS = 4;

    private final Experiment experiment;
    private final LossOptions options;

    LossArguments(Experiment experiment) {
        this.experiment = experiment;
        this.options = experiment.options();
    }

    /** The call for the loss of every pixel. */
    String call(String function, String x) {
        return call(function, x, Reduction.NONE);
    }

    String call(String function, String x, Reduction reduction) {
        List<String> all = new ArrayList<>(List.of(x, "y"));
        Tensor weight = options.weight();
        if (weight != null) {
            all.add("weight=" + value("w", weight));
        }
        if (OptionName.IGNORE_INDEX.isRead(experiment) && options.ignoreIndex() != LossOptions.DEFAULT_IGNORE_INDEX) {
            all.add("ignore_index=" + options.ignoreIndex());
        }
        if (reduction != Reduction.MEAN) {
            all.add("reduction='" + reduction.torchName() + "'");
        }
        Tensor posWeight = options.posWeight();
        if (OptionName.POS_WEIGHT.isRead(experiment) && posWeight != null) {
            all.add("pos_weight=" + value("pos_weight", posWeight));
        }
        if (OptionName.LABEL_SMOOTHING.isRead(experiment) && options.labelSmoothing() != 0) {
            all.add("label_smoothing=" + PythonLiteral.number(options.labelSmoothing()));
        }
        return function + "(" + String.join(", ", all) + ")";
    }

    /** A short array itself, or else its name. */
    static String value(String name, Tensor tensor) {
        if (tensor.size() > MOST_NUMBERS) {
            return name;
        }
        String numbers = IntStream.range(0, tensor.size())
                .mapToObj(i -> PythonLiteral.number(tensor.at(i)))
                .collect(Collectors.joining(", "));
        if (tensor.shape().rank() == 0) {
            return "torch.tensor(" + numbers + ")";
        }
        String sizes = IntStream.of(tensor.shape().toArray())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "torch.tensor([" + numbers + "])" + (tensor.shape().rank() == 1 ? "" : ".view(" + sizes + ")");
    }
}
