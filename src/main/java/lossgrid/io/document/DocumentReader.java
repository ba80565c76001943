package lossgrid.io.document;

import lossgrid.core.array.DType;
import lossgrid.core.array.Nchw;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonBinding;
import lossgrid.io.json.JsonError;
import lossgrid.io.json.JsonModule;
import lossgrid.model.document.Experiment;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;

/**
 * Reads a document in three passes over its text: the version, which says whether the rest can be understood;
 * everything but the elements of the arrays; and these, since fields come in any order.
 */
final class DocumentReader {
    private static final int MAX_LABELS_RANK = 4;

    private DocumentReader() {}

    static Experiment read(JsonBinding binding, byte[] json) throws UnreadableFile {
        binding.parse(json, DocumentReader::version);
        DocumentForm<ArrayForm> form = binding.read(json, new TypeReference<>() {});
        ArrayForm logits = form.logits();
        requireRank("logits", logits, Nchw.RANK, Nchw.RANK, "4 sizes (N, C, H, W)");
        if (logits.dtype() != DType.FLOAT32) {
            throw new UnreadableFile(
                    "logits.dtype", "logits are float32, not " + logits.dtype().torchName());
        }
        requireRank("labels", form.labels(), 1, MAX_LABELS_RANK, "1 to 4 sizes");
        return form.experiment(
                logits.elements(binding, json, "logits"), form.labels().elements(binding, json, "labels"));
    }

    /** @param sizes what the number of sizes must be */
    private static void requireRank(String name, ArrayForm array, int min, int max, String sizes)
            throws UnreadableFile {
        int rank = array.shape().rank();
        if (rank < min || rank > max) {
            throw new UnreadableFile(name + ".shape", "expected " + sizes + ", found " + rank);
        }
    }

    private static int version(JsonParser parser) {
        if (!find(parser, "lossgrid")) {
            throw new JsonError(parser, "\"lossgrid\" is missing");
        }
        long version = JsonModule.int64(parser);
        if (version > DocumentForm.VERSION) {
            throw new JsonError(
                    parser,
                    "version %s, written by a newer Lossgrid; this one reads version %s"
                            .formatted(version, DocumentForm.VERSION));
        }
        if (version < DocumentForm.VERSION) {
            throw new JsonError(parser, "there is no version " + version);
        }
        return DocumentForm.VERSION;
    }

    /**
     * Moves from the beginning of an object to the value of its field {@code name}.
     *
     * @return false when there is no such field; the parser is then at the end of the object
     */
    static boolean find(JsonParser parser, String name) {
        JsonError.require(parser, JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean found = parser.currentName().equals(name);
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
