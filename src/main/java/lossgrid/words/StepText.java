package lossgrid.words;

import lossgrid.model.encoding.StepArgument;
import lossgrid.model.encoding.StepKind;

/** The names of encoding steps and their arguments: from {@code assets/i18n/steps_*.properties}. */
public final class StepText {
    private final TextFile texts;

    private StepText(TextFile texts) {
        this.texts = texts;
    }

    public static StepText in(Language language) {
        return new StepText(TextFile.of("steps_", language));
    }

    public String name(StepKind kind) {
        return texts.get(kind.key());
    }

    /** What a field for the argument is called. */
    public String name(StepKind kind, StepArgument argument) {
        return texts.get(key(kind, argument));
    }

    static String key(StepKind kind, StepArgument argument) {
        return kind.key() + "." + argument.name();
    }
}
