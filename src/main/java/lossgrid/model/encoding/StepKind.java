package lossgrid.model.encoding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.model.text.RecordField;
import org.jspecify.annotations.Nullable;

/** The kinds of encoding steps, in the order of a menu. */
public enum StepKind {
    THRESHOLD(Threshold.class),
    DIVIDE(Divide.class),
    FLOOR_DIVIDE(Divide.class),
    SHIFT(Shift.class),
    REMAP(Remap.class),
    COLORS_TO_INDICES(ColorsToIndices.class),
    SELECT(Select.class),
    ARGMAX(ArgMax.class),
    ONE_HOT(OneHot.class),
    CAST(Cast.class),
    SQUEEZE(Squeeze.class),
    UNSQUEEZE(Unsqueeze.class),
    PERMUTE(Permute.class),
    RESIZE(Resize.class);

    /** The kinds that documents name, in the order in which they came into the format. */
    public static final List<StepKind> NAMED = List.of(
            SQUEEZE,
            UNSQUEEZE,
            CAST,
            ONE_HOT,
            THRESHOLD,
            DIVIDE,
            SHIFT,
            REMAP,
            COLORS_TO_INDICES,
            SELECT,
            PERMUTE,
            ARGMAX,
            RESIZE);

    private final Class<? extends EncodingStep> type;

    StepKind(Class<? extends EncodingStep> type) {
        this.type = type;
    }

    /** The kind of a step; one that is switched off has that of the step itself. */
    public static StepKind of(EncodingStep step) {
        if (step instanceof Skipped(var skipped)) {
            return of(skipped);
        }
        if (step instanceof Divide(var _, boolean floor)) {
            return floor ? FLOOR_DIVIDE : DIVIDE;
        }
        return Stream.of(values())
                .filter(kind -> kind.type == step.getClass())
                .findFirst()
                .orElseThrow();
    }

    /** What its texts begin with. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in documents, which have one for both kinds of division. */
    public String documentName() {
        return NAMED.stream()
                .filter(named -> named.type == type)
                .findFirst()
                .orElseThrow()
                .key();
    }

    /** What a step of this kind takes, in PyTorch's order. */
    public List<StepArgument> arguments() {
        return StepArgument.of(type);
    }

    /**
     * The step with these values of its {@link #arguments}.
     *
     * @throws IllegalArgumentException where they contradict each other
     */
    public EncodingStep step(List<@Nullable Object> values) {
        return RecordField.make(type, values);
    }

    /** The step to begin with: with arguments that make sense for the labels before it. */
    public EncodingStep begin(LabelsBefore labels) {
        return switch (this) {
            case THRESHOLD -> Threshold.begin(labels);
            case DIVIDE -> new Divide(labels.greatest(), false);
            case FLOOR_DIVIDE -> new Divide(labels.greatest(), true);
            case SHIFT -> Shift.begin(labels);
            case REMAP -> Remap.begin(labels);
            case COLORS_TO_INDICES -> ColorsToIndices.begin(labels);
            case SELECT -> new Select(labels.narrowest(), 0);
            case ARGMAX -> new ArgMax(labels.narrowest());
            case ONE_HOT -> new OneHot(labels.classes());
            case CAST -> new Cast(labels.isBinary() ? DType.FLOAT32 : DType.INT64);
            case SQUEEZE -> Squeeze.begin(labels);
            case UNSQUEEZE -> Unsqueeze.begin(labels);
            case PERMUTE -> Permute.begin(labels);
            case RESIZE -> Resize.begin(labels);
        };
    }
}
