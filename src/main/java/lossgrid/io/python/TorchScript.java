package lossgrid.io.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.io.json.JsonText;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.LossKind;
import lossgrid.model.encoding.EncodingCode;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.text.PythonLiteral;

/**
 * A Python script that rebuilds an experiment in PyTorch, line by line as in the recipe, and asserts what the window
 * shows: the loss, or PyTorch's exception. Its exit code is 0 when the result is the same.
 */
public final class TorchScript extends PythonScript {
    private TorchScript(Analysis analysis) {
        super(analysis, PythonArrays.Library.TORCH);
    }

    /** The script for the experiment of this analysis. */
    public static String of(Analysis analysis) {
        return new TorchScript(analysis).write();
    }

    @Override
    List<String> about() {
        return List.of(
                title(),
                "",
                "This Lossgrid experiment in PyTorch (1.13 or newer, on the CPU). Run it with python3: it prints the"
                        + " loss",
                exception().isPresent()
                        ? "or, as here, the error that PyTorch raises instead, and fails if it differs from what"
                                + " Lossgrid shows."
                        : "and fails if it differs from the one that Lossgrid shows.");
    }

    @Override
    List<Import> imports() {
        return List.of(
                Import.of("import base64\n", "base64\\."),
                Import.of("import numpy as np", "np\\."),
                Import.of("import torch", "torch\\."),
                Import.of("import torch.nn.functional as F", "F\\."),
                Import.of("from torch import nn", "nn\\."));
    }

    @Override
    void body() {
        data();
        functions();
        Optional<? extends Stage.Raises<?>> exception = exception();
        line("");
        line("x.requires_grad_()");
        if (exception.isPresent()) {
            thrown(exception.get());
        } else {
            section("from raw labels to the loss");
            steps().forEach(this::line);
            line("loss.sum().backward()");
            section("check");
            line("print(\"sum of |gradient| of the logits:\", x.grad.abs().sum().item())");
            check();
        }
    }

    private void functions() {
        List<String> definitions = EncodingCode.torchDefinitions(experiment.encoding());
        if (!definitions.isEmpty()) {
            line("");
            line("");
            definitions.forEach(this::line);
        }
    }

    private void check() {
        if (isUnreduced()) {
            assertArray("torch", ".double()");
        } else {
            line("value = loss.item()");
            assertNumber();
        }
    }

    private void thrown(Stage.Raises<?> exception) {
        section("from raw labels to the loss, where PyTorch raises an error");
        line("EXPECTED_TYPE = " + exception.type().pythonName());
        line("EXPECTED_MESSAGE = " + JsonText.quote(exception.message()));
        line("try:");
        steps().forEach(step -> line(STEP + step));
        line("except Exception as raised:");
        line(STEP + "message = str(raised).split(\"\\n\")[0]");
        line(STEP + "print(\"expected:\", EXPECTED_TYPE.__name__ + \": \" + EXPECTED_MESSAGE)");
        line(STEP + "print(\"raised:  \", type(raised).__name__ + \": \" + message)");
        line(STEP + "assert isinstance(raised, EXPECTED_TYPE), \"another type of exception\"");
        line(STEP + "# Other versions of PyTorch may word it differently.");
        line(STEP + "if torch.__version__.startswith(\"1.13\"):");
        line(STEP + STEP + "assert message == EXPECTED_MESSAGE, \"another message\"");
        line("else:");
        line(STEP + "raise AssertionError(\"PyTorch \" + torch.__version__ + \" computes this without an error\")");
    }

    /** The statements from x and y to {@code loss}. */
    private List<String> steps() {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < experiment.encoding().size(); i++) {
            EncodingStep step = experiment.encoding().get(i);
            if (step instanceof Skipped(var off)) {
                out.add("# turned off: y = " + off.torchCode("y"));
                continue;
            }
            out.addAll(step.preparation());
            String after = analysis.encodingSteps()
                    .get(i)
                    .value()
                    .map(y -> "  # " + facts(y))
                    .orElse("");
            out.add("y = " + step.torchCode("y") + after);
        }
        String activated = experiment.recipe().activation().torchCode("x");
        LossKind loss = experiment.recipe().loss();
        switch (loss) {
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS, NLL_LOSS, CROSS_ENTROPY_LOSS -> {
                if (!activated.equals("x")) {
                    out.add("q = " + activated);
                }
                out.add("criterion = nn." + loss.torchName() + "(" + arguments(loss) + ")");
                out.add("loss = criterion(" + (activated.equals("x") ? "x" : "q") + ", y)");
            }
            case BY_HAND -> out.addAll(new TorchByHand(analysis).steps());
        }
        return out;
    }

    private String arguments(LossKind loss) {
        String weight = "weight=" + (options.weight() == null ? "None" : "weight");
        String posWeight = "pos_weight=" + (options.posWeight() == null ? "None" : "pos_weight");
        String ignoreIndex = "ignore_index=" + options.ignoreIndex();
        String reduction = "reduction=\"" + options.reduction().torchName() + "\"";
        String labelSmoothing = "label_smoothing=" + PythonLiteral.number(options.labelSmoothing());
        return String.join(
                ", ",
                switch (loss) {
                    case BCE_LOSS -> List.of(weight, reduction);
                    case BCE_WITH_LOGITS_LOSS -> List.of(weight, reduction, posWeight);
                    case NLL_LOSS -> List.of(weight, ignoreIndex, reduction);
                    case CROSS_ENTROPY_LOSS -> List.of(weight, ignoreIndex, reduction, labelSmoothing);
                    case BY_HAND -> throw new IllegalArgumentException("the formula by hand is no class");
                });
    }
}
