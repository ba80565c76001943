package lossgrid.model.finding;

import java.util.Locale;

/** The kinds of fixes; their texts are under {@code fix.<key>}. */
public enum FixKind {
    TAKE_AS_LOGITS,
    THRESHOLD,
    DIVIDE,
    IGNORE_VALUE,
    VALUE_TO_IGNORED,
    VALUE_TO_ZERO,
    SUBTRACT_ONE,
    SUBTRACT_ONE_IGNORE_ZERO,
    UNDO_SHIFT,
    CLOSE_GAPS,
    MORE_CHANNELS,
    COLORS_TO_INDICES,
    LUMA_TO_INDICES,
    FIRST_CHANNEL,
    REMOVE_STEP,
    UNDO_SCALING,
    ROUND,
    IGNORE_BETWEEN,
    CHANNELS_FIRST,
    ARG_MAX,
    ONE_HOT,
    REMOVE_CHANNEL,
    ADD_CHANNEL,
    ADD_BATCH,
    SWAP_AXES,
    RESIZE,
    CAST,
    BCE_WITH_LOGITS,
    CROSS_ENTROPY,
    CLASS_DIM,
    NO_ACTIVATION,
    SIGMOID,
    SOFTMAX,
    LOG_SOFTMAX,
    NO_WEIGHT,
    WEIGHT_ALONG_CLASSES,
    BALANCED_WEIGHT,
    REDUCTION_SUM,
    IGNORE_PADDING,
    DEFAULT_IGNORE_INDEX,
    NO_SMOOTHING,
    FIT_SHAPE;

    /** The name in the texts: {@code ignore-value}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
