package lossgrid.model.document;

/** The arguments of the losses, each with the losses that read it. */
public enum OptionName {
    REDUCTION("reduction"),
    IGNORE_INDEX("ignore_index"),
    WEIGHT("weight"),
    POS_WEIGHT("pos_weight"),
    LABEL_SMOOTHING("label_smoothing");

    private final String torchName;

    OptionName(String torchName) {
        this.torchName = torchName;
    }

    public String torchName() {
        return torchName;
    }

    /**
     * Whether the document's loss has this argument in PyTorch's signature; for a hand-written loss, that of the loss
     * with its formula.
     */
    public boolean isRead(Experiment experiment) {
        return switch (this) {
            case REDUCTION, WEIGHT -> true;
            case IGNORE_INDEX -> !experiment.isBinary();
            case POS_WEIGHT ->
                switch (experiment.recipe().loss()) {
                    case BCE_WITH_LOGITS_LOSS -> true;
                    case BCE_LOSS, NLL_LOSS, CROSS_ENTROPY_LOSS -> false;
                    case BY_HAND -> experiment.isBinary();
                };
            case LABEL_SMOOTHING ->
                switch (experiment.recipe().loss()) {
                    case CROSS_ENTROPY_LOSS -> true;
                    case BCE_LOSS, BCE_WITH_LOGITS_LOSS, NLL_LOSS -> false;
                    case BY_HAND -> !experiment.isBinary();
                };
        };
    }
}
