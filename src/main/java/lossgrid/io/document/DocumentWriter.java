package lossgrid.io.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.io.json.JsonNames;
import lossgrid.io.json.JsonNames.ActivationName;
import lossgrid.io.json.JsonText;
import lossgrid.io.npy.NpyCodec;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document with one top-level field a line; the rows of arrays that are not small stand on lines of their own.
 */
final class DocumentWriter {
    private static final int MAX_ELEMENTS_AS_TEXT = 65_536;
    private static final int MAX_ELEMENTS_ON_A_LINE = 16;
    private static final String ROW_INDENT = "    ";
    /** A multiple of three, so that the pieces join without padding. */
    private static final int BASE64_PIECE = 3 << 14;

    private final Writer out;

    private DocumentWriter(Writer out) {
        this.out = out;
    }

    static void write(Experiment experiment, OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        new DocumentWriter(out).document(experiment);
        out.flush();
    }

    private void document(Experiment experiment) throws IOException {
        out.write("{\n  \"lossgrid\": " + DocumentReader.VERSION);
        field("title", JsonText.quote(experiment.title()));
        field("logits", "");
        array(experiment.logits().toLabels());
        field("labels", "");
        array(experiment.labels());
        field(
                "encoding",
                list(experiment.encoding().stream().map(StepWriter::write).toList()));
        field("recipe", recipe(experiment.recipe()));
        field("options", options(experiment.options()));
        field("classes", list(experiment.classes().stream().map(JsonText::quote).toList()));
        if (!experiment.colors().isEmpty()) {
            field(
                    "colors",
                    list(experiment.colors().stream()
                            .map(color -> JsonText.quote(color.toString()))
                            .toList()));
        }
        if (experiment.source() != null) {
            field("source", SourceCodec.write(experiment.source()));
        }
        if (experiment.hasExampleLogits()) {
            field("example_logits", "true");
        }
        out.write("\n}\n");
    }

    private void field(String name, String value) throws IOException {
        out.write(",\n  \"" + name + "\": " + value);
    }

    private static String list(List<String> values) {
        return values.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String recipe(Recipe recipe) {
        String activation =
                switch (recipe.activation()) {
                    case Activation.None() -> activation(ActivationName.NONE);
                    case Activation.Sigmoid() -> activation(ActivationName.SIGMOID);
                    case Activation.Softmax(int dim) -> activation(ActivationName.SOFTMAX) + ", \"dim\": " + dim;
                    case Activation.LogSoftmax(int dim) -> activation(ActivationName.LOG_SOFTMAX) + ", \"dim\": " + dim;
                };
        return "{" + activation + ", \"loss\": " + JsonText.quote(recipe.loss().torchName()) + "}";
    }

    private static String activation(ActivationName name) {
        return "\"activation\": " + JsonText.quote(JsonNames.of(name));
    }

    private static String options(LossOptions options) {
        return "{\"reduction\": %s, \"ignore_index\": %s, \"weight\": %s, \"pos_weight\": %s, \"label_smoothing\": %s}"
                .formatted(
                        JsonText.quote(options.reduction().torchName()),
                        options.ignoreIndex(),
                        weight(options.weight()),
                        weight(options.posWeight()),
                        JsonText.number(options.labelSmoothing()));
    }

    private static String weight(@Nullable Tensor weight) {
        if (weight == null) {
            return "null";
        }
        StringBuilder text = new StringBuilder();
        int[] blocks = blocks(weight.shape());
        for (int i = 0; i < weight.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append("[".repeat(edges(blocks, i)))
                    .append(JsonText.number(weight.at(i)))
                    .append("]".repeat(edges(blocks, i + 1)));
        }
        return text.toString();
    }

    private void array(LabelArray array) throws IOException {
        out.write("{\"dtype\": %s, \"shape\": %s, "
                .formatted(JsonText.quote(array.dtype().torchName()), array.shape()));
        if (array.size() > MAX_ELEMENTS_AS_TEXT) {
            base64(NpyCodec.write(array));
        } else {
            data(array);
        }
        out.write("}");
    }

    private void base64(byte[] bytes) throws IOException {
        out.write("\"npy\": \"");
        for (int from = 0; from < bytes.length; from += BASE64_PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + BASE64_PIECE, bytes.length));
            out.write(Base64.getEncoder().encodeToString(piece));
        }
        out.write("\"");
    }

    private void data(LabelArray array) throws IOException {
        out.write("\"data\": ");
        int rank = array.shape().rank();
        boolean hasLines = array.size() > MAX_ELEMENTS_ON_A_LINE && rank > 1;
        int[] blocks = blocks(array.shape());
        for (int i = 0; i < array.size(); i++) {
            int opening = edges(blocks, i);
            out.write(i == 0 ? "" : ",");
            if (hasLines && opening > 0) {
                int nested = i == 0 ? rank - 1 : opening;
                out.write(i == 0 ? "[" : "");
                out.write("\n" + ROW_INDENT + " ".repeat(rank - 1 - nested) + "[".repeat(nested));
            } else {
                out.write((i == 0 ? "" : " ") + "[".repeat(opening));
            }
            out.write(JsonText.element(array, i));
            int closing = edges(blocks, i + 1);
            out.write(hasLines && closing == rank ? "]".repeat(rank - 1) + "\n  ]" : "]".repeat(closing));
        }
    }

    /** For each dimension, how many elements one list has that begins there. */
    private static int[] blocks(Shape shape) {
        int[] blocks = new int[shape.rank()];
        int block = 1;
        for (int d = blocks.length - 1; d >= 0; d--) {
            block *= shape.dim(d);
            blocks[d] = block;
        }
        return blocks;
    }

    /** How many lists begin, or end, between element {@code i − 1} and element {@code i}. */
    private static int edges(int[] blocks, int i) {
        int edges = 0;
        for (int block : blocks) {
            edges += i % block == 0 ? 1 : 0;
        }
        return edges;
    }
}
