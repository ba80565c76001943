package lossgrid.model.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Encoding steps as Python code. */
public final class EncodingCode {
    private static final int LONGEST_SUMMARY = 90;
    /** Between two functions. */
    private static final List<String> GAP = List.of("", "");

    private EncodingCode() {}

    /** {@link EncodingStep#torchCode}, or its beginning for a long table, short enough for a line and a chip. */
    public static String summary(EncodingStep step, String y) {
        String code = step.torchCode(y);
        return code.length() <= LONGEST_SUMMARY ? code : code.substring(0, LONGEST_SUMMARY) + "…";
    }

    /** The Python functions that the PyTorch code of these steps calls, each once, as lines. */
    public static List<String> torchDefinitions(List<EncodingStep> steps) {
        List<String> lines = definitions(steps, EncodingStep::torchDefinition);
        return lines.isEmpty() ? lines : lines.subList(GAP.size(), lines.size());
    }

    /** As {@link #torchDefinitions} for NumPy, after other functions. */
    public static List<String> numpyDefinitions(List<EncodingStep> steps) {
        return definitions(steps, EncodingStep::numpyDefinition);
    }

    private static List<String> definitions(List<EncodingStep> steps, Function<EncodingStep, List<String>> definition) {
        List<String> lines = new ArrayList<>();
        Stream.of(StepKind.values())
                .flatMap(kind -> steps.stream()
                        .filter(step -> StepKind.of(step) == kind)
                        .map(definition)
                        .filter(function -> !function.isEmpty())
                        .limit(1))
                .forEach(function -> {
                    lines.addAll(GAP);
                    lines.addAll(function);
                });
        return lines;
    }
}
