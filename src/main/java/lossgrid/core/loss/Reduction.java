package lossgrid.core.loss;

/** The reduction of a loss's values to one number: PyTorch's {@code reduction}. */
public enum Reduction {
    NONE("none"),
    MEAN("mean"),
    SUM("sum");

    private final String torchName;

    Reduction(String torchName) {
        this.torchName = torchName;
    }

    public String torchName() {
        return torchName;
    }
}
