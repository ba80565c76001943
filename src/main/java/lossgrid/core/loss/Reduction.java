package lossgrid.core.loss;

/** What a loss does with its unreduced values: PyTorch's {@code reduction}. */
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
