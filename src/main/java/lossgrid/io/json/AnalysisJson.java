package lossgrid.io.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;

/**
 * An analysis as one line of JSON: {@code file}, {@code probabilities}, {@code one_hot}, {@code loss_per_pixel}, {@code
 * gradient}, {@code loss}, {@code ledger}. Arrays are {@code {"dtype", "shape", "data"}} with flat data; numbers that
 * are not finite are the strings {@code nan}, {@code inf} and {@code -inf}.
 *
 * <p>Where PyTorch would refuse, {@code {"error": {"type", "message"}}} stands. A stage that is absent because of that
 * repeats the error of what it lacks, the labels' encoding before all else. A stage that means nothing for the document
 * is null: the one-hot of a binary loss whose target has another shape than the logits.
 */
public final class AnalysisJson {
    @FunctionalInterface
    private interface Form<T> {
        void write(T value) throws IOException;
    }

    private final Writer out;

    private AnalysisJson(Writer out) {
        this.out = out;
    }

    /**
     * Writes one line and does not flush it.
     *
     * @param file what to call the document
     */
    public static void write(String file, Analysis analysis, Writer out) throws IOException {
        out.write("{\"file\": " + JsonText.quote(file));
        new AnalysisJson(out).stages(analysis);
        out.write("}\n");
    }

    private void stages(Analysis analysis) throws IOException {
        List<Stage<?>> beforeLoss =
                List.of(analysis.encoded(), analysis.activated(), analysis.probabilities(), analysis.oneHot());
        List<Stage<?>> beforeGradient =
                Stream.concat(Stream.of(analysis.loss()), beforeLoss.stream()).toList();
        stage("probabilities", analysis.probabilities(), List.of(), this::tensor);
        stage("one_hot", analysis.oneHot(), List.of(analysis.encoded()), oneHot -> tensor(oneHot.values()));
        stage("loss_per_pixel", analysis.loss(), beforeLoss, this::lossPerPixel);
        stage("gradient", analysis.gradient(), beforeGradient, this::tensor);
        stage("loss", analysis.loss(), beforeLoss, this::loss);
        stage("ledger", analysis.loss(), beforeLoss, this::ledger);
    }

    /** @param needed where to look for the error when the stage is absent, in this order */
    private <T> void stage(String name, Stage<T> stage, List<Stage<?>> needed, Form<T> form) throws IOException {
        out.write(", \"" + name + "\": ");
        switch (stage) {
            case Stage.Computed<T>(var result) -> form.write(result);
            case Stage.Raises<T> thrown -> error(thrown);
            case Stage.Absent<T> _ -> {
                Optional<? extends Stage.Raises<?>> cause = needed.stream()
                        .flatMap(before -> before.exception().stream())
                        .findFirst();
                if (cause.isPresent()) {
                    error(cause.get());
                } else {
                    out.write("null");
                }
            }
        }
    }

    private void error(Stage.Raises<?> thrown) throws IOException {
        out.write("{\"error\": {\"type\": %s, \"message\": %s}}"
                .formatted(JsonText.quote(thrown.type().pythonName()), JsonText.quote(thrown.message())));
    }

    private void tensor(Tensor tensor) throws IOException {
        array(DType.FLOAT32, tensor);
    }

    private void lossPerPixel(LossResult result) throws IOException {
        array(result.dtype(), result.lossPerPixel());
    }

    private void loss(LossResult result) throws IOException {
        if (result.reduction() == Reduction.NONE) {
            lossPerPixel(result);
        } else {
            out.write(number(result.value()));
        }
    }

    private void ledger(LossResult result) throws IOException {
        out.write("{\"pixels\": %s, \"counted\": %s, \"numerator\": %s, \"denominator\": %s}"
                .formatted(
                        result.pixels(), result.counted(), number(result.numerator()), number(result.denominator())));
    }

    private void array(DType dtype, Tensor tensor) throws IOException {
        out.write("{\"dtype\": \"" + dtype.torchName() + "\", \"shape\": " + tensor.shape() + ", \"data\": [");
        for (int i = 0; i < tensor.size(); i++) {
            out.write(i == 0 ? "" : ", ");
            out.write(number(tensor.at(i)));
        }
        out.write("]}");
    }

    private static String number(float value) {
        return Float.isFinite(value) ? Float.toString(value) : number((double) value);
    }

    private static String number(double value) {
        if (Double.isFinite(value)) {
            return Double.toString(value);
        }
        return Double.isNaN(value) ? "\"nan\"" : value > 0 ? "\"inf\"" : "\"-inf\"";
    }
}
