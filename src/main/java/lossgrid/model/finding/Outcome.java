package lossgrid.model.finding;

import lossgrid.core.array.TorchException;

/** What PyTorch will do about a finding. */
public sealed interface Outcome {
    /** It raises, with these words of its own. */
    record Raises(TorchException.Type type, String message) implements Outcome {}

    /** It runs without an error and computes something else than was meant. */
    record SilentlyWrong() implements Outcome {}

    /** It runs, and the number is right. */
    record Harmless() implements Outcome {}
}
