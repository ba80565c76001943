package lossgrid.io.python;

import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.io.json.JsonText;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.Activation;
import lossgrid.model.encoding.EncodingCode;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;

/**
 * A Python script that computes an experiment's loss with NumPy alone, every formula written out, and asserts that it
 * is the one shown. For an experiment for which PyTorch raises it has the data and PyTorch's message.
 */
public final class NumpyScript extends PythonScript {
    private NumpyScript(Analysis analysis) {
        super(analysis, PythonArrays.Library.NUMPY);
    }

    /** The script for the experiment of this analysis. */
    public static String of(Analysis analysis) {
        return new NumpyScript(analysis).write();
    }

    @Override
    List<String> about() {
        return List.of(
                title(),
                "",
                "This Lossgrid experiment in NumPy alone, as PyTorch computes it in float32. Run it with python3:",
                exception().isPresent()
                        ? "it prints the error that PyTorch raises, since there is no loss."
                        : "it prints the loss and fails if it differs from the one that Lossgrid shows.");
    }

    @Override
    List<Import> imports() {
        return List.of(Import.of("import base64\n", "base64\\."), Import.of("import numpy as np", "np\\."));
    }

    @Override
    void body() {
        line("");
        line("np.seterr(all=\"ignore\")  # infinities and NaN are results here");
        data();
        Optional<? extends Stage.Raises<?>> exception = exception();
        if (exception.isPresent()) {
            section("no loss");
            String words =
                    exception.get().type().pythonName() + ": " + exception.get().message();
            line("print(\"PyTorch raises:\", " + JsonText.quote(words) + ")");
        } else {
            section("functions, each rounded once to float32");
            functions();
            EncodingCode.numpyDefinitions(experiment.encoding()).forEach(this::line);
            if (!experiment.encoding().isEmpty()) {
                section("encoding: from raw labels to the target");
                encoding();
            }
            section("activation");
            activation();
            section("loss of every pixel");
            new NumpyLosses(analysis, this::line).write();
            section("check");
            check();
        }
    }

    private void functions() {
        line("def exp(a):");
        line(STEP + "return np.exp(a.astype(np.float64)).astype(np.float32)");
        line("");
        line("");
        line("def log(a):");
        line(STEP + "return np.log(a.astype(np.float64)).astype(np.float32)");
        line("");
        line("");
        line("def sigmoid(a):");
        line(STEP + "return 1 / (1 + exp(-a))");
        line("");
        line("");
        line("def softmax(a, axis):");
        line(STEP + "powers = np.exp(a.astype(np.float64) - a.max(axis=axis, keepdims=True))");
        line(STEP + "return (powers / powers.sum(axis=axis, keepdims=True)).astype(np.float32)");
        line("");
        line("");
        line("def log_softmax(a, axis):");
        line(STEP + "top = a.max(axis=axis, keepdims=True)");
        line(STEP + "total = np.exp(a.astype(np.float64) - top).sum(axis=axis, keepdims=True)");
        line(STEP + "return (a - top.astype(np.float64) - np.log(total)).astype(np.float32)");
    }

    private void encoding() {
        LabelArray before = experiment.labels();
        for (int i = 0; i < experiment.encoding().size(); i++) {
            EncodingStep step = experiment.encoding().get(i);
            LabelArray after = analysis.encodingSteps().get(i).value().orElseThrow();
            if (step instanceof Skipped(var off)) {
                comment("turned off: y = " + EncodingCode.summary(off, "y"));
            } else {
                line("y = " + step.numpyCode(before, after) + "  # " + EncodingCode.summary(step, "y") + " → "
                        + facts(after));
            }
            before = after;
        }
    }

    private void activation() {
        line(
                switch (experiment.recipe().activation()) {
                    case Activation.None() -> "q = x";
                    case Activation.Sigmoid() -> "q = sigmoid(x)";
                    case Activation.Softmax(int dim) -> "q = softmax(x, axis=" + dim + ")";
                    case Activation.LogSoftmax(int dim) -> "q = log_softmax(x, axis=" + dim + ")";
                });
    }

    private void check() {
        if (isUnreduced()) {
            assertArray("np", "");
        } else {
            line("value = float(np.float32(numerator / denominator))");
            assertNumber();
        }
    }
}
