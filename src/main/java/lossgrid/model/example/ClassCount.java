package lossgrid.model.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.Histogram;
import lossgrid.core.array.LabelArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.Palette;
import org.jspecify.annotations.Nullable;

/**
 * A number of classes for labels that came without logits, and what it follows from.
 *
 * @param dataSet the palette of the data set, where the number follows from one
 */
public record ClassCount(int classes, Origin origin, Optional<Palette> dataSet) {
    /** The evidence for a number of classes. */
    public enum Origin {
        /** All colours are those of a known data set. */
        DATA_SET,
        /** The number of different colours. */
        COLORS,
        /** The number of different labels, which are spread evenly. */
        DIFFERENT_LABELS,
        /** The largest label plus 1; void does not count. */
        LARGEST_LABEL,
        /** Labels that are not class indices: as many as a binary mask has. */
        TWO,
        /** None of these: somebody has chosen it. */
        CHOSEN;

        /** Whether the number is no more than a guess. */
        public boolean isAssumed() {
            return switch (this) {
                case DATA_SET, CHOSEN -> false;
                case COLORS, DIFFERENT_LABELS, LARGEST_LABEL, TWO -> true;
            };
        }
    }

    /** The number of a document with example logits: chosen if nothing about the labels suggests it. */
    public static ClassCount of(Experiment experiment, List<Palette> palettes) {
        return proposals(experiment.labels(), experiment.source(), palettes).stream()
                .filter(proposal -> proposal.classes() == experiment.classCount())
                .findFirst()
                .orElseGet(() -> new ClassCount(experiment.classCount(), Origin.CHOSEN, Optional.empty()));
    }

    /** The best guess for raw labels. */
    public static ClassCount guess(LabelArray labels, @Nullable LabelSource source, List<Palette> palettes) {
        return proposals(labels, source, palettes).getFirst();
    }

    /** What the labels suggest, the best first; at least one. */
    public static List<ClassCount> proposals(LabelArray labels, @Nullable LabelSource source, List<Palette> palettes) {
        List<ClassCount> out = new ArrayList<>();
        if (areColors(labels, source)) {
            ColorCounts colors = ColorCounts.of(labels);
            palettes.stream().filter(colors::isOf).findFirst().ifPresent(palette -> out.add(of(palette)));
            out.add(ClassGuess.ofColors(colors));
            return out;
        }
        Histogram values = Histogram.of(labels);
        palettes.stream()
                .filter(palette -> source != null && areIndices(values, source, palette))
                .findFirst()
                .ifPresent(palette -> out.add(of(palette)));
        out.add(ClassGuess.ofIndices(values));
        return out;
    }

    private static ClassCount of(Palette palette) {
        return new ClassCount(palette.classCount(), Origin.DATA_SET, Optional.of(palette));
    }

    static ClassCount guessed(int classes, Origin origin) {
        return new ClassCount(classes, origin, Optional.empty());
    }

    /** Whether the last dimension holds colours, as bytes. */
    static boolean areColors(LabelArray labels, @Nullable LabelSource source) {
        return !labels.dtype().isFloatingPoint()
                && SpatialDims.of(labels.shape(), source)
                        .filter(axes -> axes.columns() + 1 < labels.shape().rank())
                        .isPresent();
    }

    /** Whether the file gives the indices that occur, at least two of them, the colours of the data set. */
    private static boolean areIndices(Histogram values, LabelSource source, Palette palette) {
        int classes = palette.classCount();
        int own = 0;
        boolean isOwn = source.isPalette() && values.isComplete();
        for (int i = 0; i < values.size() && isOwn; i++) {
            int index = (int) values.value(i);
            boolean isClass = index >= 0 && index < classes;
            own += isClass ? 1 : 0;
            isOwn = !isClass
                    || (index < source.palette().size()
                            && palette.ofIndex(index).orElseThrow().rgb()
                                    == source.palette().get(index));
        }
        return isOwn && own >= 2;
    }
}
