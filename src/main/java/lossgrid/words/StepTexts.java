package lossgrid.words;

import lossgrid.model.edit.StepArguments.Argument;
import lossgrid.model.encoding.StepKind;

/** The names of encoding steps and their arguments. */
public final class StepTexts {
    private StepTexts() {}

    public static Text name(StepKind kind) {
        return switch (kind) {
            case THRESHOLD -> Text.STEP_THRESHOLD;
            case DIVIDE -> Text.STEP_DIVIDE;
            case FLOOR_DIVIDE -> Text.STEP_FLOOR_DIVIDE;
            case SHIFT -> Text.STEP_SHIFT;
            case REMAP -> Text.STEP_REMAP;
            case COLORS_TO_INDICES -> Text.STEP_COLORS_TO_INDICES;
            case SELECT -> Text.STEP_SELECT;
            case ARGMAX -> Text.STEP_ARGMAX;
            case ONE_HOT -> Text.STEP_ONE_HOT;
            case CAST -> Text.STEP_CAST;
            case SQUEEZE -> Text.STEP_SQUEEZE;
            case UNSQUEEZE -> Text.STEP_UNSQUEEZE;
            case PERMUTE -> Text.STEP_PERMUTE;
            case RESIZE -> Text.STEP_RESIZE;
        };
    }

    public static Text name(Argument argument) {
        return switch (argument) {
            case ABOVE -> Text.ARGUMENT_ABOVE;
            case BY -> Text.ARGUMENT_BY;
            case SHIFT -> Text.ARGUMENT_SHIFT;
            case TABLE -> Text.ARGUMENT_TABLE;
            case OTHERS -> Text.ARGUMENT_OTHERS;
            case UNKNOWN -> Text.ARGUMENT_UNKNOWN;
            case DIM -> Text.ARGUMENT_DIM;
            case INDEX -> Text.ARGUMENT_INDEX;
            case DIMS -> Text.ARGUMENT_DIMS;
            case NUM_CLASSES -> Text.ARGUMENT_NUM_CLASSES;
            case HEIGHT -> Text.ARGUMENT_HEIGHT;
            case WIDTH -> Text.ARGUMENT_WIDTH;
        };
    }
}
