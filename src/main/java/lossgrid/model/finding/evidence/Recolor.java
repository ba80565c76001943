package lossgrid.model.finding.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Activation;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;
import lossgrid.model.document.Recipe;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.Edits;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;

/** Fixes that turn colours, or what became of them, into class indices. */
public final class Recolor {
    private Recolor() {}

    /** The first of the known palettes that has every colour. */
    public static Optional<Palette> known(MaskEvidence mask) {
        return mask.context().palettes().stream()
                .filter(mask.facts().colors()::isOf)
                .findFirst();
    }

    /** Looks the colours up in a mask's own palette, which has an index for each of them. */
    public static Fix byOwnPalette(MaskEvidence mask, Palette palette) {
        return Fix.of(
                FixKind.COLORS_TO_INDICES,
                EncodingFixes.append(
                        mask, new ColorsToIndices(palette, mask.context().ignoreIndex())),
                new Argument.Code(palette.name()));
    }

    /**
     * Looks the colours up in the palette of a data set, whose classes the document has afterwards: as many, with their
     * names and colours, and a loss that ignores void.
     */
    public static Fix byDataSet(MaskEvidence mask, Palette palette) {
        return ofDataSet(mask, palette, FixKind.COLORS_TO_INDICES, new ColorsToIndices(palette, voidOf(mask, palette)));
    }

    /** Takes {@code steps} to the indices of a data set, and its classes as {@link #byDataSet} does. */
    public static Fix ofDataSet(MaskEvidence mask, Palette palette, FixKind kind, EncodingStep... steps) {
        Argument name = new Argument.Code(palette.name());
        return mask.context()
                .analysis()
                .map(analysis -> Fix.of(kind, edits(mask, analysis, palette, steps), name))
                .orElseGet(() -> Fix.of(kind, EncodingFixes.append(mask, steps), name));
    }

    /** The index of pixels without a class: the data set's, or else the one that the loss ignores already. */
    public static long voidOf(MaskEvidence mask, Palette palette) {
        OptionalLong own = palette.voidIndex();
        return own.orElse(mask.context().ignoreIndex());
    }

    private static List<Edit> edits(MaskEvidence mask, Analysis analysis, Palette palette, EncodingStep... steps) {
        Experiment present = analysis.experiment();
        List<Edit> edits = new ArrayList<>();
        LossOptions options = present.options().withIgnoreIndex(voidOf(mask, palette));
        boolean wasBinary = present.isBinary();
        if (wasBinary) {
            edits.add(new Edit.SetRecipe(new Recipe(new Activation.None(), LossKind.CROSS_ENTROPY_LOSS)));
            options = options.withWeight(null).withPosWeight(null);
        }
        if (!options.equals(present.options())) {
            edits.add(new Edit.SetOptions(options));
        }
        int classes =
                present.hasExampleLogits() ? palette.classCount() : Math.max(palette.classCount(), present.channels());
        // The labels have to fit logits of the same pixels, whatever their classes.
        edits.add(EncodingFixes.append(mask, analysis, after(present, edits), steps));
        edits.add(new Edit.SetClassCount(classes));
        if (!palette.classNames().isEmpty()) {
            edits.add(new Edit.SetClasses(palette.classNames()));
        }
        edits.add(new Edit.SetColors(
                palette.classes().stream().map(Palette.Entry::color).toList()));
        return edits;
    }

    private static Experiment after(Experiment experiment, List<Edit> edits) {
        Experiment out = experiment;
        for (Edit edit : edits) {
            out = Edits.apply(out, edit);
        }
        return out;
    }
}
