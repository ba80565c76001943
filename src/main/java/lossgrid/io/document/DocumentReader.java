package lossgrid.io.document;

import java.util.List;
import lossgrid.core.array.DType;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.ObjectForm.Field;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.encoding.ClassColor;
import lossgrid.model.encoding.EncodingStep;

/**
 * Reads a document in three passes over its text: the version, which says whether the rest can be understood;
 * everything but the elements of the arrays; and these, since fields stand in any order.
 */
final class DocumentReader {
    static final int VERSION = 1;

    private static final int LOGITS_RANK = 4;
    private static final int MAX_LABELS_RANK = 4;

    private DocumentReader() {}

    static Experiment read(byte[] json) throws UnreadableFile {
        requireVersion(json);
        try (JsonCursor cursor = JsonCursor.open(json)) {
            SettingsReader settings = new SettingsReader(cursor);
            ObjectForm form = new ObjectForm(cursor);
            form.required("lossgrid", cursor::int64);
            Field<String> title = form.optional("title", cursor::text);
            Field<ArrayForm> logits = form.required("logits", () -> logits(cursor));
            Field<ArrayForm> labels =
                    form.required("labels", () -> ArrayForm.read(cursor, 1, MAX_LABELS_RANK, "1 to 4 sizes"));
            Field<List<EncodingStep>> encoding = form.optional("encoding", () -> cursor.list(settings::step));
            Field<Recipe> recipe = form.required("recipe", settings::recipe);
            Field<LossOptions> options = form.optional("options", settings::options);
            Field<List<String>> classes = form.optional("classes", () -> cursor.list(cursor::text));
            Field<List<ClassColor>> colors = form.optional("colors", () -> cursor.list(settings::color));
            Field<LabelSource> source = form.optional("source", () -> SourceCodec.read(cursor));
            Field<Boolean> examples = form.optional("example_logits", cursor::bool);
            form.read();
            if (cursor.next() != null) {
                throw new UnreadableFile(cursor.lineAndColumn(), "text after the end of the document");
            }
            return new Experiment(
                    title.orElse(""),
                    logits.value().elements(json, "logits").toTensor(),
                    labels.value().elements(json, "labels"),
                    encoding.orElse(List.of()),
                    recipe.value(),
                    options.orElse(LossOptions.defaults()),
                    classes.orElse(List.of()),
                    colors.orElse(List.of()),
                    source.given().orElse(null),
                    examples.orElse(false));
        }
    }

    private static void requireVersion(byte[] json) throws UnreadableFile {
        try (JsonCursor cursor = JsonCursor.open(json)) {
            if (!cursor.find("lossgrid")) {
                throw cursor.error("\"lossgrid\" is missing");
            }
            long version = cursor.int64();
            if (version > VERSION) {
                throw cursor.error("version %s, written by a newer Lossgrid; this one reads version %s"
                        .formatted(version, VERSION));
            }
            if (version < VERSION) {
                throw cursor.error("there is no version " + version);
            }
        }
    }

    private static ArrayForm logits(JsonCursor cursor) throws UnreadableFile {
        ArrayForm logits = ArrayForm.read(cursor, LOGITS_RANK, LOGITS_RANK, "4 sizes (N, C, H, W)");
        if (logits.dtype() != DType.FLOAT32) {
            throw cursor.errorIn(
                    "dtype", "logits are float32, not " + logits.dtype().torchName());
        }
        return logits;
    }
}
