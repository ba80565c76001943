package lossgrid.model.finding.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Argument;
import lossgrid.model.finding.ColorCounts;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixKind;

/** Fixes that turn colours into class indices. */
public final class Recolor {
    private Recolor() {}

    /** The first of the known palettes that has every colour; a single colour is not enough evidence. */
    public static Optional<Palette> known(MaskEvidence mask) {
        ColorCounts colors = mask.facts().colors();
        return colors.size() < 2
                ? Optional.empty()
                : mask.context().palettes().stream().filter(colors::isOf).findFirst();
    }

    /** Looks the colours up in {@code palette}; if the palette has 255 for void, that becomes the ignore_index. */
    public static Fix byPalette(MaskEvidence mask, Palette palette) {
        List<Edit> edits = new ArrayList<>();
        long unknown = mask.context().ignoreIndex();
        edits.add(EncodingFixes.append(mask, new ColorsToIndices(palette, unknown)));
        mask.context().analysis().map(analysis -> analysis.experiment()).ifPresent(experiment -> voidOf(mask, palette)
                .ifPresent(value ->
                        edits.add(new Edit.SetOptions(experiment.options().withIgnoreIndex(value)))));
        return Fix.of(FixKind.COLORS_TO_INDICES, edits, new Argument.Code(palette.name()));
    }

    /** The palette's class for void, if a colour here has it. */
    private static Optional<Long> voidOf(MaskEvidence mask, Palette palette) {
        List<Long> invalidValues = palette.entries().stream()
                .filter(entry -> mask.facts().colors().counts().containsKey(entry.rgb()))
                .map(Palette.Entry::index)
                .filter(index -> !mask.context().isClass(index)
                        && index != mask.context().ignoreIndex())
                .distinct()
                .toList();
        boolean isVoid = invalidValues.size() == 1 && mask.context().wanted().isIndices();
        return isVoid ? Optional.of(invalidValues.getFirst()) : Optional.empty();
    }
}
