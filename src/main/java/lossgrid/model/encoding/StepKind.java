package lossgrid.model.encoding;

/** The kinds of encoding steps, in the order of a menu. */
public enum StepKind {
    THRESHOLD,
    DIVIDE,
    FLOOR_DIVIDE,
    SHIFT,
    REMAP,
    COLORS_TO_INDICES,
    SELECT,
    ARGMAX,
    ONE_HOT,
    CAST,
    SQUEEZE,
    UNSQUEEZE,
    PERMUTE,
    RESIZE;

    /** The kind of a step; one that is switched off has that of the step itself. */
    public static StepKind of(EncodingStep step) {
        return switch (step) {
            case EncodingStep.Squeeze(var _) -> SQUEEZE;
            case EncodingStep.Unsqueeze(var _) -> UNSQUEEZE;
            case EncodingStep.Cast(var _) -> CAST;
            case EncodingStep.OneHot(var _) -> ONE_HOT;
            case EncodingStep.Threshold(var _) -> THRESHOLD;
            case EncodingStep.Divide(var _, boolean floor) -> floor ? FLOOR_DIVIDE : DIVIDE;
            case EncodingStep.Shift(var _) -> SHIFT;
            case EncodingStep.Remap(var _, var _) -> REMAP;
            case EncodingStep.ColorsToIndices(var _, var _) -> COLORS_TO_INDICES;
            case EncodingStep.Select(var _, var _) -> SELECT;
            case EncodingStep.Permute(var _) -> PERMUTE;
            case EncodingStep.ArgMax(var _) -> ARGMAX;
            case EncodingStep.Resize(var _, var _) -> RESIZE;
            case EncodingStep.Skipped(var skipped) -> of(skipped);
        };
    }
}
