package lossgrid.model.analysis;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.encoding.EncodingCode;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;

/** The encoding alone as PyTorch code that can be pasted where a mask is read. */
public final class EncodingScript {
    /** The line that gives raw labels their name before the first step. */
    public static final String FIRST_LINE = "y = torch.from_numpy(mask)";

    private EncodingScript() {}

    /** The lines, with shape and dtype after each step as comments; {@code mask} is the array as it came. */
    public static String of(Analysis analysis) {
        Experiment experiment = analysis.experiment();
        List<EncodingStep> chain = experiment.encoding();
        List<String> lines = new ArrayList<>(List.of("import torch", "import torch.nn.functional as F", ""));
        List<String> definitions = EncodingCode.torchDefinitions(chain);
        if (!definitions.isEmpty()) {
            lines.add("");
            lines.addAll(definitions);
            lines.addAll(List.of("", ""));
        }
        lines.add(FIRST_LINE + facts(experiment.labels()));
        for (int i = 0; i < chain.size(); i++) {
            EncodingStep step = chain.get(i);
            if (step instanceof Skipped(var off)) {
                lines.add("# y = " + off.torchCode("y"));
                continue;
            }
            lines.addAll(step.preparation());
            lines.add("y = " + step.torchCode("y")
                    + after(analysis.encodingSteps().get(i)));
        }
        lines.addAll(ofLoss(analysis));
        return String.join("\n", lines) + "\n";
    }

    /** The loss that goes with the labels, where it has to know something about them. */
    private static List<String> ofLoss(Analysis analysis) {
        Experiment experiment = analysis.experiment();
        boolean isUsual = experiment.options().ignoreIndex() == LossOptions.DEFAULT_IGNORE_INDEX;
        return isUsual || analysis.loss().value().isEmpty()
                ? List.of()
                : TorchCode.overIndices(experiment)
                        .map(code -> "loss = " + code + "  # x: "
                                + experiment.logits().shape() + " float32")
                        .stream()
                        .toList();
    }

    private static String after(Stage<LabelArray> stage) {
        return switch (stage) {
            case Stage.Computed<LabelArray>(var labels) -> facts(labels);
            case Stage.Raises<LabelArray>(var type, var _) -> "  # " + type.pythonName();
            case Stage.Absent<LabelArray> _ -> "";
        };
    }

    private static String facts(LabelArray labels) {
        return "  # " + labels.shape() + " " + labels.dtype().torchName();
    }
}
