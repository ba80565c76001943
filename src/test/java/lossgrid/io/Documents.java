package lossgrid.io;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lossgrid.model.Experiment;

/** Documents for tests: a small valid one whose fields can be replaced. */
final class Documents {
    static final String LOGITS =
            "{\"dtype\": \"float32\", \"shape\": [1, 2, 1, 2], \"data\": [[[[0.5, -1.5]], [[2.0, 0.25]]]]}";
    static final String LABELS = "{\"dtype\": \"int64\", \"shape\": [1, 1, 2], \"data\": [[[0, 1]]]}";
    static final String RECIPE = "{\"activation\": \"none\", \"loss\": \"CrossEntropyLoss\"}";

    private Documents() {}

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("lossgrid", "1");
        fields.put("logits", LOGITS);
        fields.put("labels", LABELS);
        fields.put("recipe", RECIPE);
        return fields;
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static String minimal() {
        return json(fields());
    }

    /** The small document with this field added or replaced. */
    static String with(String name, String value) {
        Map<String, String> fields = fields();
        fields.put(name, value);
        return json(fields);
    }

    static String without(String name) {
        Map<String, String> fields = fields();
        fields.remove(name);
        return json(fields);
    }

    static String withLabels(String dtype, String shape, String data) {
        return with("labels", "{\"dtype\": \"%s\", \"shape\": %s, \"data\": %s}".formatted(dtype, shape, data));
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static Experiment read(String json) throws DocumentException {
        return ExperimentCodec.read(bytes(json));
    }

    static DocumentException errorOf(String json) {
        return errorOf(bytes(json));
    }

    static DocumentException errorOf(byte[] json) {
        DocumentException error = catchThrowableOfType(DocumentException.class, () -> ExperimentCodec.read(json));
        if (error == null) {
            throw new AssertionError("this was read: " + new String(json, StandardCharsets.UTF_8));
        }
        return error;
    }
}
