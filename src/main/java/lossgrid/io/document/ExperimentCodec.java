package lossgrid.io.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonBinding;
import lossgrid.io.json.JsonLayout;
import lossgrid.model.document.Experiment;

/**
 * The document as JSON, in UTF-8: {@code {"lossgrid": 1, "title", "logits", "labels", "encoding", "recipe", "options",
 * "classes", "colors", "source"}}. Only the version, the arrays and the recipe are required. What is written reads back
 * as an equal experiment.
 */
public final class ExperimentCodec {
    /** Larger documents are not read: 1 GiB. */
    public static final int MAX_BYTES = 1 << 30;

    private static final JsonBinding BINDING = new JsonBinding(new DocumentModule());

    private ExperimentCodec() {}

    /**
     * The experiment that a document holds.
     *
     * @param json the whole document
     * @throws UnreadableFile naming the place and what is wrong there, for everything that is no document of this
     *     version
     */
    public static Experiment read(byte[] json) throws UnreadableFile {
        return DocumentReader.read(BINDING, json);
    }

    /**
     * As {@link #read(byte[])}, to the end of the stream, which stays open.
     *
     * @throws IOException when the stream fails
     */
    public static Experiment read(InputStream json) throws IOException {
        byte[] bytes = json.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        return read(bytes);
    }

    static UnreadableFile tooLarge() {
        return new UnreadableFile("", "larger than 1 GiB");
    }

    /** The document, made to be read and edited by hand. */
    public static byte[] write(Experiment experiment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(experiment, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * As {@link #write(Experiment)} to a stream, which stays open.
     *
     * @throws IOException when the stream fails
     */
    public static void write(Experiment experiment, OutputStream out) throws IOException {
        BINDING.write(out, JsonLayout.lines(), DocumentForm.of(experiment));
    }
}
