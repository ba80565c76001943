package lossgrid.ui.session;

import java.util.List;
import java.util.Optional;

/**
 * The position of a presentation: on one stage alone, or, after the last of them, on the whole board.
 *
 * @param stages in the order of the flow
 * @param step from 0; the number of stages is the whole board
 */
public record Presentation(List<CardKind> stages, int step) {
    public Presentation {
        stages = List.copyOf(stages);
        step = Math.clamp(step, 0, stages.size());
    }

    public static Presentation of(List<CardKind> stages) {
        return new Presentation(stages, 0);
    }

    /** The stage that is shown alone; none when the whole board is. */
    public Optional<CardKind> alone() {
        return step < stages.size() ? Optional.of(stages.get(step)) : Optional.empty();
    }

    public int steps() {
        return stages.size() + 1;
    }

    public boolean isFirst() {
        return step == 0;
    }

    public boolean isLast() {
        return step == stages.size();
    }

    public Presentation next() {
        return new Presentation(stages, step + 1);
    }

    public Presentation previous() {
        return new Presentation(stages, step - 1);
    }

    public Presentation first() {
        return new Presentation(stages, 0);
    }

    public Presentation last() {
        return new Presentation(stages, stages.size());
    }
}
