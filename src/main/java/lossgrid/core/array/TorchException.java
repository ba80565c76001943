package lossgrid.core.array;

/**
 * Thrown where PyTorch would raise: the Python exception's type and the first line of its message, word for word as in
 * PyTorch 1.13.1 on the CPU.
 */
public final class TorchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The Python type of an exception. */
    public enum Type {
        RUNTIME_ERROR("RuntimeError"),
        INDEX_ERROR("IndexError"),
        VALUE_ERROR("ValueError"),
        /** Raised by {@code torch.from_numpy} alone. */
        TYPE_ERROR("TypeError");

        private final String pythonName;

        Type(String pythonName) {
            this.pythonName = pythonName;
        }

        public String pythonName() {
            return pythonName;
        }
    }

    private final Type type;
    private final String words;

    public TorchException(Type type, String message) {
        super(message);
        this.type = type;
        this.words = message;
    }

    public static TorchException runtimeError(String message) {
        return new TorchException(Type.RUNTIME_ERROR, message);
    }

    public static TorchException indexError(String message) {
        return new TorchException(Type.INDEX_ERROR, message);
    }

    public static TorchException valueError(String message) {
        return new TorchException(Type.VALUE_ERROR, message);
    }

    public Type type() {
        return type;
    }

    /** The first line of PyTorch's message, without the type. */
    public String words() {
        return words;
    }
}
