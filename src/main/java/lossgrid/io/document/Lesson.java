package lossgrid.io.document;

import lossgrid.io.disk.Asset;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.model.document.Experiment;

/** The documents that come with the program, in {@code assets/lessons/}. */
public enum Lesson {
    /** One logit a pixel, a sigmoid, a binary loss. */
    SINGLE_CHANNEL("single-channel"),
    /** The same question with two logits a pixel, a softmax, cross-entropy. */
    TWO_CHANNEL("two-channel"),
    /** Batch, classes, height and width all of different sizes, so that none can be taken for another. */
    ASYMMETRIC("asymmetric");

    private final String id;

    Lesson(String id) {
        this.id = id;
    }

    /** The name of its file without the extension, such as {@code two-channel}. */
    public String id() {
        return id;
    }

    public Experiment open() {
        String name = "lessons/" + id + DocumentFiles.EXTENSION;
        try {
            return ExperimentCodec.read(Asset.bytes(name));
        } catch (UnreadableFile broken) {
            throw new IllegalStateException("the program's own assets/" + name + " is broken", broken);
        }
    }
}
