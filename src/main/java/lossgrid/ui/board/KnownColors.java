package lossgrid.ui.board;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Resize;
import lossgrid.model.encoding.Select;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.encoding.Squeeze;
import lossgrid.model.encoding.Unsqueeze;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.DefaultClassColors;

/**
 * The colours that a data set gives its classes, where they are known: from the palette that turns a mask's colours
 * into classes, from the palette in the mask's file, or because the classes have the names of a data set's.
 */
final class KnownColors {
    private static final int OTHERS = 255;
    private static final int CHANNEL = 0xff;
    /** Colours of a file nearer to each other, in every channel, are not meant to tell classes apart. */
    private static final int LEAST_APART = 32;

    private KnownColors() {}

    /** Opaque, one for each class; empty where no data set's are known. */
    static List<Integer> of(Experiment experiment) {
        return steps(experiment)
                .flatMap(steps -> byMask(experiment, steps))
                .or(() -> byNames(experiment))
                .orElse(List.of());
    }

    /** The steps that count; empty where one of them gives classes other numbers than the mask has. */
    private static Optional<List<EncodingStep>> steps(Experiment experiment) {
        List<EncodingStep> steps = experiment.encoding().stream()
                .filter(step -> !(step instanceof Skipped))
                .toList();
        return steps.stream().allMatch(KnownColors::keepsClasses) ? Optional.of(steps) : Optional.empty();
    }

    private static boolean keepsClasses(EncodingStep step) {
        return step instanceof ColorsToIndices
                || step instanceof Cast
                || step instanceof Resize
                || step instanceof Squeeze
                || step instanceof Unsqueeze
                || step instanceof Permute
                || step instanceof Select;
    }

    private static Optional<List<Integer>> byMask(Experiment experiment, List<EncodingStep> steps) {
        int classes = experiment.classCount();
        LabelSource source = experiment.source();
        Optional<ColorsToIndices> lookup = steps.stream()
                .filter(ColorsToIndices.class::isInstance)
                .map(ColorsToIndices.class::cast)
                .findFirst();
        if (lookup.isPresent()) {
            return lookup.map(step -> colors(step.palette(), classes));
        }
        return source != null && source.isPalette() && areApart(source.palette(), classes)
                ? Optional.of(source.palette().stream()
                        .limit(classes)
                        .map(rgb -> ClassPalette.OPAQUE | rgb)
                        .toList())
                : Optional.empty();
    }

    private static Optional<List<Integer>> byNames(Experiment experiment) {
        List<String> names = experiment.classes();
        for (BuiltInPalette known : BuiltInPalette.values()) {
            Palette palette = known.palette();
            OptionalLong last = palette.entries().stream()
                    .mapToLong(Palette.Entry::index)
                    .filter(index -> index != OTHERS)
                    .max();
            boolean isThis = last.isPresent()
                    && names.size() == last.getAsLong() + 1
                    && IntStream.range(0, names.size()).allMatch(c -> palette.ofIndex(c)
                            .filter(entry -> entry.label().equalsIgnoreCase(names.get(c)))
                            .isPresent());
            if (isThis) {
                return Optional.of(colors(palette, names.size()));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> colors(Palette palette, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(c -> palette.ofIndex(c)
                        .map(entry -> ClassPalette.OPAQUE | entry.rgb())
                        .orElseGet(() -> DefaultClassColors.of(c)))
                .toList();
    }

    private static boolean areApart(List<Integer> palette, int classes) {
        return palette.size() >= classes
                && IntStream.range(0, classes).allMatch(c -> IntStream.range(0, c)
                        .allMatch(earlier -> apart(palette.get(c), palette.get(earlier)) >= LEAST_APART));
    }

    private static int apart(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> Math.abs((one >> shift & CHANNEL) - (other >> shift & CHANNEL)))
                .max()
                .orElse(0);
    }
}
