package lossgrid.ui.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.ColorsToIndices;
import lossgrid.model.encoding.Permute;
import lossgrid.model.encoding.Skipped;
import lossgrid.model.example.SpatialDims;
import lossgrid.paint.geometry.CellLook;
import lossgrid.paint.geometry.ValidLabels;
import lossgrid.paint.mask.MaskCodes;
import lossgrid.paint.mask.MaskColors;
import lossgrid.paint.mask.MaskColors.Tint;
import lossgrid.paint.mask.MaskGroup;
import lossgrid.ui.board.CardContentBuilder;
import lossgrid.ui.session.BoardFacts;

/** A mask and how each of its values is seen. */
record MaskPicture(MaskCodes codes, List<MaskColors.Tint> tints) {
    private static final int RGB = 0xffffff;

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

    /** With the colours that the document gives them, and the looks that they have on the board. */
    static MaskPicture of(MaskCodes codes, Experiment experiment) {
        MaskColors colors = colors(codes, experiment);
        ValidLabels rule = BoardFacts.rule(experiment);
        ToDoubleFunction<MaskGroup> label = label(colors, experiment);
        return new MaskPicture(
                codes,
                codes.groups().stream()
                        .map(group -> {
                            CellLook look = rule.look(label.applyAsDouble(group));
                            return look == CellLook.ORDINARY ? colors.tint(group, rule.ignored()) : Tint.of(look);
                        })
                        .toList());
    }

    /** The label that a group is or stands for; 0 where it need not be one. */
    private static ToDoubleFunction<MaskGroup> label(MaskColors colors, Experiment experiment) {
        return switch (colors) {
            case MaskColors.Classes _, MaskColors.Indexed _ -> MaskGroup::low;
            // A brightness rather than a class.
            case MaskColors.Grey _ -> _ -> 0;
            case MaskColors.Direct() ->
                lookup(experiment).map(MaskPicture::labelOfColor).orElse(_ -> 0);
        };
    }

    private static ToDoubleFunction<MaskGroup> labelOfColor(ColorsToIndices step) {
        Map<Integer, Long> indices = step.palette().indices();
        return group ->
                group.kind() == MaskGroup.Kind.COLOR ? indices.getOrDefault(group.argb() & RGB, step.unknown()) : 0;
    }

    /** The step that turns the colours of the mask into classes, if it is the one that decides them. */
    private static Optional<ColorsToIndices> lookup(Experiment experiment) {
        return experiment.encoding().stream()
                .filter(step -> !(step instanceof Skipped))
                .findFirst()
                .filter(ColorsToIndices.class::isInstance)
                .map(ColorsToIndices.class::cast);
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
