package lossgrid.app.check;

import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.MaskContext;
import lossgrid.model.finding.Outcome;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A check as lines of JSON: {@code {"file", "arrays": [{"name", "dtype", "stored", "shape", "findings"}]}} or {@code
 * {"file", "error"}} for each file in the order of the walk, and {@code {"summary"}} at the end.
 */
final class CheckJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final PrintStream out;

    CheckJson(PrintStream out) {
        this.out = out;
    }

    private void line(Consumer<JsonGenerator> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            object.accept(json);
            json.writeEndObject();
        }
        out.println(text);
    }

    void print(MaskReport report) {
        switch (report) {
            case MaskReport.Checked checked ->
                line(json -> {
                    json.writeStringProperty("file", checked.path().toString());
                    json.writeArrayPropertyStart("arrays");
                    checked.masks().forEach(mask -> mask(json, mask));
                    json.writeEndArray();
                });
            case MaskReport.Unreadable(var path, var reason) ->
                line(json -> {
                    json.writeStringProperty("file", path.toString());
                    json.writeStringProperty("error", reason);
                });
            case MaskReport.Skipped _ -> {}
        }
    }

    private static void mask(JsonGenerator json, MaskReport.ArrayReport mask) {
        json.writeStartObject();
        json.writeStringProperty("name", mask.name());
        json.writeStringProperty("dtype", mask.dtype().torchName());
        json.writeStringProperty("stored", mask.storedType());
        json.writeArrayPropertyStart("shape");
        for (int size : mask.shape().toArray()) {
            json.writeNumber(size);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        mask.lines().forEach(line -> finding(json, line));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, MaskReport.Line line) {
        json.writeStartObject();
        json.writeStringProperty("kind", line.kind().key());
        json.writeStringProperty("severity", line.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("title", line.title());
        json.writeStringProperty("seen", line.seen());
        if (line.outcome() instanceof Outcome.Raises(var type, var message)) {
            json.writeStringProperty("raises", type.pythonName() + ": " + message);
        }
        json.writeEndObject();
    }

    void print(CheckSummary summary, MaskContext context) {
        line(json -> {
            json.writeObjectPropertyStart("summary");
            json.writeNumberProperty("classes", context.classes());
            json.writeNumberProperty("ignore_index", context.ignoreIndex());
            json.writeNumberProperty("files", summary.files());
            json.writeNumberProperty("arrays", summary.arrays());
            json.writeNumberProperty("skipped", summary.skippedFiles());
            json.writeNumberProperty("unreadable", summary.unreadable());
            json.writeObjectPropertyStart("findings");
            for (Map.Entry<FindingKind, CheckSummary.Tally> found : summary.found()) {
                json.writeNumberProperty(found.getKey().key(), found.getValue().count());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
