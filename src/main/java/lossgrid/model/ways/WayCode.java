package lossgrid.model.ways;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossgrid.core.loss.Reduction;

/** Pieces of PyTorch code. */
final class WayCode {
    private WayCode() {}

    /** A call with the arguments that are not empty, and the reduction where it is not PyTorch's default. */
    static String call(String function, Reduction reduction, String... arguments) {
        String named = reduction == Reduction.MEAN ? "" : "reduction='" + reduction.torchName() + "'";
        return Stream.concat(Arrays.stream(arguments), Stream.of(named))
                .filter(argument -> !argument.isEmpty())
                .collect(Collectors.joining(", ", function + "(", ")"));
    }

    /** The reduction as a method of the losses. */
    static String reduced(String losses, Reduction reduction) {
        return switch (reduction) {
            case NONE -> losses;
            case MEAN -> losses + ".mean()";
            case SUM -> losses + ".sum()";
        };
    }

    /** The losses divided by the given denominator. */
    static String divided(String losses, Reduction reduction, String denominator) {
        return switch (reduction) {
            case NONE -> losses;
            case MEAN -> losses + ".sum() / " + denominator;
            case SUM -> losses + ".sum()";
        };
    }
}
