package lossgrid.model.compare.mistake;

import java.util.Locale;
import java.util.function.Supplier;
import lossgrid.core.array.TorchException;
import lossgrid.model.compare.mistake.MistakeEffect.Symptom;

/** The catalogue of common mistakes: for each the smallest experiment that makes it, and its correction. */
@SuppressWarnings("ImmutableEnumChecker") // A supplier is a reference to a static method.
public enum Mistake {
    SOFTMAX_BEFORE_CROSS_ENTROPY(Group.RECIPE, RecipeMistakes::softmaxBeforeCrossEntropy, runs(Symptom.OTHER_NUMBER)),
    SIGMOID_BEFORE_CROSS_ENTROPY(Group.RECIPE, RecipeMistakes::sigmoidBeforeCrossEntropy, runs(Symptom.OTHER_NUMBER)),
    SIGMOID_BEFORE_BCE_WITH_LOGITS(
            Group.RECIPE, RecipeMistakes::sigmoidBeforeBceWithLogits, runs(Symptom.OTHER_NUMBER)),
    LOGITS_INTO_BCE(
            Group.RECIPE,
            RecipeMistakes::logitsIntoBce,
            runtimeError("all elements of input should be between 0 and 1")),
    PROBABILITIES_INTO_NLL(Group.RECIPE, RecipeMistakes::probabilitiesIntoNll, runs(Symptom.NEGATIVE)),
    LOGITS_INTO_NLL(Group.RECIPE, RecipeMistakes::logitsIntoNll, runs(Symptom.NEGATIVE)),
    SOFTMAX_OVER_BATCH(Group.RECIPE, RecipeMistakes::softmaxOverBatch, runs(Symptom.OTHER_NUMBER)),
    SOFTMAX_OVER_HEIGHT(Group.RECIPE, RecipeMistakes::softmaxOverHeight, runs(Symptom.OTHER_NUMBER)),
    SOFTMAX_OVER_WIDTH(Group.RECIPE, RecipeMistakes::softmaxOverWidth, runs(Symptom.OTHER_NUMBER)),
    SOFTMAX_DIM_OUT_OF_RANGE(
            Group.RECIPE,
            RecipeMistakes::softmaxDimOutOfRange,
            indexError("Dimension out of range (expected to be in range of [-4, 3], but got 4)")),
    ONE_CHANNEL_CROSS_ENTROPY(Group.RECIPE, RecipeMistakes::oneChannelCrossEntropy, runs(Symptom.ALWAYS_ZERO)),
    SOFTMAX_OF_ONE_CHANNEL(Group.RECIPE, RecipeMistakes::softmaxOfOneChannel, runs(Symptom.NO_GRADIENT)),
    TWO_CHANNELS_BCE(Group.RECIPE, RecipeMistakes::twoChannelsBce, runs(Symptom.OTHER_NUMBER)),
    MASK_255(Group.VALUES, LabelMistakes::mask255, indexError("Target 255 is out of bounds.")),
    MASK_255_BCE(Group.VALUES, LabelMistakes::mask255Bce, runs(Symptom.NEGATIVE)),
    VOID_255(Group.VALUES, LabelMistakes::void255, indexError("Target 255 is out of bounds.")),
    VOID_MINUS_ONE(Group.VALUES, LabelMistakes::voidMinusOne, indexError("Target -1 is out of bounds.")),
    VOID_AS_BACKGROUND(Group.VALUES, LabelMistakes::voidAsBackground, runs(Symptom.OTHER_NUMBER)),
    DIVIDED_BY_255(Group.VALUES, LabelMistakes::dividedBy255, runs(Symptom.OTHER_NUMBER)),
    ONE_BASED(Group.VALUES, LabelMistakes::oneBased, indexError("Target 3 is out of bounds.")),
    ONE_BASED_WITH_SPARE_CHANNEL(Group.VALUES, LabelMistakes::oneBasedWithSpareChannel, runs(Symptom.OTHER_NUMBER)),
    ZERO_REDUCED_TWICE(Group.VALUES, LabelMistakes::zeroReducedTwice, runs(Symptom.OTHER_NUMBER)),
    EVERYTHING_IGNORED(Group.VALUES, LabelMistakes::everythingIgnored, runs(Symptom.NOT_A_NUMBER)),
    INTERPOLATED_EDGES(Group.VALUES, LabelMistakes::interpolatedEdges, runs(Symptom.OTHER_NUMBER)),
    PADDING_AS_BACKGROUND(Group.VALUES, LabelMistakes::paddingAsBackground, runs(Symptom.OTHER_NUMBER)),
    ONE_HOT_OF_255(
            Group.VALUES, LabelMistakes::oneHotOf255, runtimeError("Class values must be smaller than num_classes.")),
    ONE_HOT_OF_MINUS_ONE(
            Group.VALUES, LabelMistakes::oneHotOfMinusOne, runtimeError("Class values must be non-negative.")),
    SCATTER_OF_255(
            Group.VALUES,
            LabelMistakes::scatterOf255,
            runtimeError("index 255 is out of bounds for dimension 1 with size 2")),
    UINT8_LABELS(Group.TYPES, LabelMistakes::uint8Labels, runtimeError("expected scalar type Long but found Byte")),
    FLOAT_LABELS(Group.TYPES, LabelMistakes::floatLabels, runtimeError("expected scalar type Long but found Float")),
    LONG_TARGET_BCE_WITH_LOGITS(
            Group.TYPES,
            LabelMistakes::longTargetBceWithLogits,
            runtimeError("result type Float can't be cast to the desired output type Long")),
    LONG_TARGET_BCE(Group.TYPES, LabelMistakes::longTargetBce, runtimeError("Found dtype Long but expected Float")),
    BOOL_TARGET(
            Group.TYPES,
            LabelMistakes::boolTarget,
            runtimeError("Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or"
                    + " `logical_xor()` operator instead.")),
    ONE_HOT_AS_LONG(
            Group.TYPES,
            ShapeMistakes::oneHotAsLong,
            runtimeError("Expected floating point type for target with class probabilities, got Long")),
    ONE_HOT_OF_UINT8(
            Group.TYPES, LabelMistakes::oneHotOfUint8, runtimeError("one_hot is only applicable to index tensor.")),
    SCATTER_OF_UINT8(
            Group.TYPES, LabelMistakes::scatterOfUint8, runtimeError("scatter(): Expected dtype int64 for index")),
    CHANNEL_DIM_KEPT(
            Group.SHAPES,
            ShapeMistakes::channelDimKept,
            runtimeError("only batches of spatial targets supported (3D tensors) but got targets of dimension: 4")),
    COLOR_MASK(
            Group.SHAPES,
            ShapeMistakes::colorMask,
            runtimeError("only batches of spatial targets supported (3D tensors) but got targets of dimension: 4")),
    BATCH_DIM_MISSING(
            Group.SHAPES,
            ShapeMistakes::batchDimMissing,
            valueError("Expected input batch_size (1) to match target batch_size (3).")),
    SCATTER_WITHOUT_BATCH(
            Group.SHAPES,
            ShapeMistakes::scatterWithoutBatch,
            runtimeError("Index tensor must have the same number of dimensions as self tensor")),
    ONE_HOT_CHANNELS_LAST(Group.SHAPES, ShapeMistakes::oneHotChannelsLast, runs(Symptom.OTHER_NUMBER)),
    ROWS_AND_COLUMNS_SWAPPED(Group.SHAPES, ShapeMistakes::rowsAndColumnsSwapped, runs(Symptom.OTHER_NUMBER)),
    CHANNEL_DIM_MISSING_BCE_WITH_LOGITS(
            Group.SHAPES,
            ShapeMistakes::channelDimMissingBceWithLogits,
            valueError(
                    "Target size (torch.Size([1, 3, 4])) must be the same as input size (torch.Size([1, 1, 3, 4]))")),
    CHANNEL_DIM_MISSING_BCE(
            Group.SHAPES,
            ShapeMistakes::channelDimMissingBce,
            valueError("Using a target size (torch.Size([1, 3, 4])) that is different to the input size (torch.Size([1,"
                    + " 1, 3, 4])) is deprecated. Please ensure they have the same size.")),
    BROADCAST_BY_HAND(Group.SHAPES, ShapeMistakes::broadcastByHand, runs(Symptom.OTHER_NUMBER)),
    OTHER_RESOLUTION(
            Group.SHAPES,
            ShapeMistakes::otherResolution,
            runtimeError("size mismatch (got input: [1, 2, 3, 4] , target: [1, 6, 8]")),
    WEIGHT_OF_OTHER_LENGTH(
            Group.WEIGHTS,
            RecipeMistakes::weightOfOtherLength,
            runtimeError("weight tensor should be defined either for all or no classes")),
    WEIGHT_IN_OTHER_ORDER(Group.WEIGHTS, RecipeMistakes::weightInOtherOrder, runs(Symptom.OTHER_NUMBER)),
    POS_WEIGHT_OF_CLASSES(
            Group.WEIGHTS,
            RecipeMistakes::posWeightOfClasses,
            runtimeError("The size of tensor a (2) must match the size of tensor b (4) at non-singleton dimension 3")),
    POS_WEIGHT_ALONG_WIDTH(Group.WEIGHTS, RecipeMistakes::posWeightAlongWidth, runs(Symptom.OTHER_NUMBER)),
    MEAN_OF_BATCH_MEANS(Group.WEIGHTS, RecipeMistakes::meanOfBatchMeans, runs(Symptom.OTHER_NUMBER)),
    VOID_AS_EMPTY_ONE_HOT(Group.WEIGHTS, RecipeMistakes::voidAsEmptyOneHot, runs(Symptom.OTHER_NUMBER)),
    SMOOTHING_IN_PERCENT(
            Group.WEIGHTS,
            RecipeMistakes::smoothingInPercent,
            runtimeError("label_smoothing must be between 0.0 and 1.0. Got: 10")),
    IGNORE_INDEX_OF_SHARES(
            Group.WEIGHTS,
            LabelMistakes::ignoreIndexOfShares,
            runtimeError("ignore_index is not supported for floating point target"));

    /** The subject of a mistake. */
    public enum Group {
        /** An activation and a loss that do not belong together. */
        RECIPE,
        /** Labels with values that are not the loss's classes. */
        VALUES,
        /** Labels of a wrong dtype. */
        TYPES,
        /** Axes that are missing, swapped, or too many. */
        SHAPES,
        /** Weights, and the denominator of a mean. */
        WEIGHTS
    }

    private final Group group;
    private final Supplier<MistakePair> pair;
    private final MistakeEffect effect;

    Mistake(Group group, Supplier<MistakePair> pair, MistakeEffect effect) {
        this.group = group;
        this.pair = pair;
        this.effect = effect;
    }

    private static MistakeEffect runs(Symptom symptom) {
        return new MistakeEffect.Runs(symptom);
    }

    private static MistakeEffect runtimeError(String message) {
        return new MistakeEffect.Raises(TorchException.Type.RUNTIME_ERROR, message);
    }

    private static MistakeEffect indexError(String message) {
        return new MistakeEffect.Raises(TorchException.Type.INDEX_ERROR, message);
    }

    private static MistakeEffect valueError(String message) {
        return new MistakeEffect.Raises(TorchException.Type.VALUE_ERROR, message);
    }

    public Group group() {
        return group;
    }

    /** The effect of the mistake in PyTorch. */
    public MistakeEffect effect() {
        return effect;
    }

    /** Both sides; their titles are {@link #key}. */
    public MistakePair pair() {
        MistakePair made = pair.get();
        return new MistakePair(made.wrong().withTitle(key()), made.right().withTitle(key()));
    }

    /** The key of its texts, such as {@code softmax-before-cross-entropy}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
