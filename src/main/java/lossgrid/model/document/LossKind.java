package lossgrid.model.document;

import java.util.Optional;

/** The losses a recipe can end in, named after PyTorch's classes. */
public enum LossKind {
    BCE_LOSS("BCELoss"),
    BCE_WITH_LOGITS_LOSS("BCEWithLogitsLoss"),
    NLL_LOSS("NLLLoss"),
    CROSS_ENTROPY_LOSS("CrossEntropyLoss"),
    /** −Σ p log q written by hand, with the binary form for one channel. */
    BY_HAND("by_hand");

    private final String torchName;

    LossKind(String torchName) {
        this.torchName = torchName;
    }

    /** The class in {@code torch.nn}, which is also the name in a document. */
    public String torchName() {
        return torchName;
    }

    public static Optional<LossKind> named(String name) {
        for (LossKind kind : values()) {
            if (kind.torchName.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether the target of this loss has a value for each logit, rather than a class for each pixel. */
    public boolean isBinary(int channels) {
        return switch (this) {
            case BCE_LOSS, BCE_WITH_LOGITS_LOSS -> true;
            case NLL_LOSS, CROSS_ENTROPY_LOSS -> false;
            case BY_HAND -> channels == 1;
        };
    }
}
