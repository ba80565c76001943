package lossgrid.io.messages;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lossgrid.model.compare.mistake.Mistake;

/**
 * An error of PyTorch, in all its wordings. Its file in {@code assets/messages/} and its texts are named by {@link
 * #key}.
 */
public enum MessageFamily {
    TARGET_OUT_OF_BOUNDS(Mistake.MASK_255, Mistake.VOID_255, Mistake.ONE_BASED, Mistake.VOID_MINUS_ONE),
    /** A failed assertion on the GPU; the output names it elsewhere, if at all. */
    DEVICE_ASSERT(Mistake.MASK_255, Mistake.VOID_255, Mistake.LOGITS_INTO_BCE, Mistake.SCATTER_OF_255),
    LABEL_DTYPE(Mistake.UINT8_LABELS, Mistake.FLOAT_LABELS),
    TARGET_RANK(Mistake.CHANNEL_DIM_KEPT, Mistake.COLOR_MASK),
    BATCH_SIZE(Mistake.BATCH_DIM_MISSING),
    SPATIAL_SIZE(Mistake.OTHER_RESOLUTION),
    BINARY_SIZE(Mistake.CHANNEL_DIM_MISSING_BCE_WITH_LOGITS, Mistake.CHANNEL_DIM_MISSING_BCE),
    BINARY_TARGET_DTYPE(Mistake.LONG_TARGET_BCE_WITH_LOGITS, Mistake.LONG_TARGET_BCE),
    PROBABILITY_RANGE(Mistake.LOGITS_INTO_BCE),
    WEIGHT_LENGTH(Mistake.WEIGHT_OF_OTHER_LENGTH),
    /** For logits {@code [N, C]}; for images the same mistake gives {@link #TARGET_RANK}. */
    MULTI_TARGET(Mistake.CHANNEL_DIM_KEPT, Mistake.ONE_HOT_AS_LONG),
    BROADCAST(Mistake.POS_WEIGHT_OF_CLASSES),
    ONE_HOT_TOO_LARGE(Mistake.ONE_HOT_OF_255),
    ONE_HOT_NEGATIVE(Mistake.ONE_HOT_OF_MINUS_ONE),
    ONE_HOT_DTYPE(Mistake.ONE_HOT_OF_UINT8),
    SCATTER_RANGE(Mistake.SCATTER_OF_255),
    SCATTER_DTYPE(Mistake.SCATTER_OF_UINT8),
    SCATTER_RANK(Mistake.SCATTER_WITHOUT_BATCH),
    /** {@code torch.from_numpy} of a type that PyTorch lacks, which does not give a tensor. */
    NUMPY_DTYPE(),
    SHARES_DTYPE(Mistake.ONE_HOT_AS_LONG),
    SHARES_IGNORE_INDEX(Mistake.IGNORE_INDEX_OF_SHARES),
    LABEL_SMOOTHING(Mistake.SMOOTHING_IN_PERCENT),
    BOOL_SUBTRACTION(Mistake.BOOL_TARGET),
    DIM_RANGE(Mistake.SOFTMAX_DIM_OUT_OF_RANGE),
    /** {@code backward()} after reduction none. */
    NON_SCALAR_BACKWARD(),
    /** Logits of an integer type: the predicted classes instead of their logits. */
    LOGITS_DTYPE();

    private static final String LABEL = "label";
    private static final String TARGET = "target";
    private static final String TYPE = "type";

    @SuppressWarnings("ImmutableEnumChecker") // The list does not change.
    private final List<Mistake> mistakes;

    MessageFamily(Mistake... mistakes) {
        this.mistakes = List.of(mistakes);
    }

    /** The name of its file without the extension, and of its texts: {@code target-out-of-bounds}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The mistakes that cause this error, or similar ones if it {@linkplain #isReproduced is not reproduced}; empty
     * where none is similar.
     */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** {@link #mistakes}, starting with the one that fits the numbers of the message best. */
    public List<Mistake> mistakes(Map<String, String> values) {
        List<Mistake> out = new ArrayList<>(mistakes);
        mostLikely(values).ifPresent(first -> {
            out.remove(first);
            out.addFirst(first);
        });
        return List.copyOf(out);
    }

    private Optional<Mistake> mostLikely(Map<String, String> values) {
        Function<String, String> value = name -> values.getOrDefault(name, "");
        if (this == TARGET_OUT_OF_BOUNDS && values.containsKey(LABEL)) {
            return Optional.of(
                    switch (value.apply(LABEL)) {
                        case "255" -> Mistake.MASK_255;
                        case "-1" -> Mistake.VOID_MINUS_ONE;
                        default -> Mistake.ONE_BASED;
                    });
        }
        if (this == LABEL_DTYPE && value.apply(TYPE).matches("(Float|Double|Half).*")) {
            return Optional.of(Mistake.FLOAT_LABELS);
        }
        boolean hasColors = this == TARGET_RANK && value.apply(TARGET).matches(".*[, ][34]\\]");
        return hasColors ? Optional.of(Mistake.COLOR_MASK) : Optional.empty();
    }

    /** Whether the mistakes raise exactly this error here; otherwise they show its cause, if there are any. */
    public boolean isReproduced() {
        return !EnumSet.of(DEVICE_ASSERT, MULTI_TARGET, NUMPY_DTYPE, NON_SCALAR_BACKWARD, LOGITS_DTYPE)
                .contains(this);
    }

    /**
     * Whether it says only that something has failed, so that any other error in the same text is explained instead.
     */
    public boolean isVague() {
        return this == DEVICE_ASSERT;
    }
}
