package lossgrid.bench;

/** The operations that are timed. */
enum Work {
    /** Probabilities, the loss of every pixel, and its mean. */
    SOFTMAX("softmax"),
    /** The same with the gradient. */
    SOFTMAX_GRADIENT("softmaxGradient"),
    /** Sigmoid, the loss of every element, and its mean. */
    SIGMOID("sigmoid"),
    /** The loss of every pixel from given log-probabilities, and its mean. */
    NLL("nll"),
    /** The loss of every element from given probabilities, and its mean. */
    BCE("bce");

    private final String key;

    Work(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    String method(Contender contender) {
        return switch (contender) {
            case LOSSGRID -> key + "ByLossgrid";
            case LIBTORCH -> key + "ByLibtorch";
        };
    }

    static Work named(String key) {
        for (Work work : values()) {
            if (work.key.equals(key)) {
                return work;
            }
        }
        throw new IllegalArgumentException("no work is named " + key);
    }
}
