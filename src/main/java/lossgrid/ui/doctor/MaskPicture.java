package lossgrid.ui.doctor;

import java.util.List;
import java.util.OptionalLong;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.Permute;
import lossgrid.model.example.SpatialDims;
import lossgrid.paint.mask.MaskCodes;
import lossgrid.paint.mask.MaskColors;
import lossgrid.ui.board.CardContentBuilder;

/** A mask and how each of its values is seen. */
record MaskPicture(MaskCodes codes, List<MaskColors.Tint> tints) {

    MaskPicture {
        tints = List.copyOf(tints);
    }

    /** The codes of a document's raw labels: as colours where they are colours. Takes its time for large ones. */
    static MaskCodes codes(Experiment experiment) {
        LabelArray labels = experiment.labels();
        if (isColor(experiment)) {
            return MaskCodes.ofColors(labels);
        }
        return MaskCodes.ofNumbers(isChannelsLast(experiment) ? channelsFirst(labels) : labels);
    }

    private static boolean isColor(Experiment experiment) {
        return MaskCodes.canBeColors(experiment.labels()) && isChannelsLast(experiment);
    }

    private static boolean isChannelsLast(Experiment experiment) {
        int rank = experiment.labels().shape().rank();
        return SpatialDims.of(experiment)
                .filter(axes -> axes.columns() + 1 < rank)
                .isPresent();
    }

    /** So that a plane is a picture here too. */
    private static LabelArray channelsFirst(LabelArray labels) {
        return new Permute(labels.shape().rank() == Nchw.RANK ? List.of(0, 3, 1, 2) : List.of(2, 0, 1)).apply(labels);
    }

    /** With the colours that the document gives them. */
    static MaskPicture of(MaskCodes codes, Experiment experiment) {
        MaskColors colors = colors(codes, experiment);
        OptionalLong ignored = experiment.isBinary()
                ? OptionalLong.empty()
                : OptionalLong.of(experiment.options().ignoreIndex());
        return new MaskPicture(
                codes,
                codes.groups().stream()
                        .map(group -> colors.tint(group, ignored))
                        .toList());
    }

    private static MaskColors colors(MaskCodes codes, Experiment experiment) {
        LabelSource source = experiment.source();
        if (isColor(experiment)) {
            return new MaskColors.Direct();
        }
        if (source != null && source.isPalette() && experiment.labels().dtype() == DType.UINT8) {
            return new MaskColors.Indexed(source.palette());
        }
        return MaskColors.ofNumbers(
                codes.groups(),
                experiment.labels().dtype() == DType.UINT8,
                CardContentBuilder.palette(experiment),
                experiment.classCount());
    }
}
