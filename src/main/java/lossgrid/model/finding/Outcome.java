package lossgrid.model.finding;

import lossgrid.core.array.TorchException;

/** The outcome of a finding in PyTorch. */
public sealed interface Outcome {
    /** It raises with this message. */
    record Raises(TorchException.Type type, String message) implements Outcome {}

    /** It runs without an error and computes something other than intended. */
    record SilentlyWrong() implements Outcome {}

    /** It runs, and the number is right. */
    record Harmless() implements Outcome {}
}
