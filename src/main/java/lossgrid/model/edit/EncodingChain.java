package lossgrid.model.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Skipped;

/** Changes of the chain of encoding steps, each as one edit. Positions count from 0. */
public final class EncodingChain {
    private EncodingChain() {}

    /** The chain with {@code step} before position {@code at}, {@code 0 ≤ at ≤ size}. */
    public static Edit.SetEncoding insert(List<EncodingStep> chain, int at, EncodingStep step) {
        return changed(chain, steps -> steps.add(at, step));
    }

    /** The chain with {@code step} at its end. */
    public static Edit.SetEncoding append(List<EncodingStep> chain, EncodingStep step) {
        return insert(chain, chain.size(), step);
    }

    /** The chain without the step at {@code at}. */
    public static Edit.SetEncoding remove(List<EncodingStep> chain, int at) {
        return changed(chain, steps -> steps.remove(at));
    }

    /** The chain with the step at {@code from} moved so that it stands at {@code to}. */
    public static Edit.SetEncoding move(List<EncodingStep> chain, int from, int to) {
        return changed(chain, steps -> steps.add(to, steps.remove(from)));
    }

    /** The chain with another step at {@code at}. One that is switched off stays so. */
    public static Edit.SetEncoding replace(List<EncodingStep> chain, int at, EncodingStep step) {
        boolean off = isOff(chain.get(at)) && !isOff(step);
        return changed(chain, steps -> steps.set(at, off ? new Skipped(step) : step));
    }

    /** The chain with the step at {@code at} switched off, or on again. */
    public static Edit.SetEncoding toggle(List<EncodingStep> chain, int at) {
        EncodingStep present = chain.get(at);
        EncodingStep other = present instanceof Skipped(var step) ? step : new Skipped(present);
        return changed(chain, steps -> steps.set(at, other));
    }

    public static boolean isOff(EncodingStep step) {
        return step instanceof Skipped;
    }

    private static Edit.SetEncoding changed(List<EncodingStep> chain, Consumer<List<EncodingStep>> change) {
        List<EncodingStep> steps = new ArrayList<>(chain);
        change.accept(steps);
        return new Edit.SetEncoding(List.copyOf(steps));
    }
}
