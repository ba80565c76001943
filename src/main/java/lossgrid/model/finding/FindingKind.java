package lossgrid.model.finding;

import java.util.Locale;

/**
 * The kinds of findings, the most specific first. Each has a rule that says when it is found, and texts under its
 * {@link #key}.
 */
public enum FindingKind {
    STORED_TYPE_REFUSED,
    PALETTE_AS_RGB,
    COLOR_MASK,
    LOGITS_FOR_LABELS,
    PALETTE_AS_GREY,
    BINARY_MASK,
    SHIFTED_TWICE,
    VOIDED_TWICE,
    VOID_SHIFTED,
    VOID_NOT_IGNORED,
    ONE_BASED,
    GAPS,
    INDEX_OUT_OF_RANGE,
    SCALED_TO_ZERO,
    INTERPOLATED_EDGES,
    TARGET_OUTSIDE_UNIT,
    ONE_HOT_CHANNELS_LAST,
    ONE_HOT_FOR_INDICES,
    INDICES_FOR_ONE_HOT,
    CHANNEL_KEPT,
    CHANNEL_MISSING,
    BATCH_MISSING,
    SIZE_MISMATCH,
    NOT_LONG,
    NOT_FLOAT,
    ONE_CHANNEL_SOFTMAX,
    TWO_CHANNEL_BCE,
    SOFTMAX_WRONG_DIM,
    SOFTMAX_BEFORE_CROSS_ENTROPY,
    LOG_SOFTMAX_BEFORE_CROSS_ENTROPY,
    SIGMOID_BEFORE_BCE_WITH_LOGITS,
    LOGITS_INTO_BCE,
    PROBABILITIES_INTO_NLL,
    LOGITS_INTO_NLL,
    LOGITS_BY_HAND,
    WEIGHT_LENGTH,
    WEIGHT_AXIS,
    WEIGHT_ORDER,
    ALL_IGNORED,
    PREDICTED_LABELS,
    ZERO_PADDING,
    IGNORE_INDEX_ABSENT,
    CLASSES_ABSENT,
    CLASS_IMBALANCE,
    MEAN_OF_MEANS,
    EQUAL_AXES,
    /** PyTorch raises for a reason that is not covered by another rule. */
    REFUSED;

    /** The name in the texts and in the output of the command line: {@code binary-mask}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
