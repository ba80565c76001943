package lossgrid.ui;

import java.util.List;
import java.util.Optional;

/**
 * Where a presentation is: on one stage alone, or, after the last of them, on the whole board.
 *
 * @param stages in the order of the flow
 * @param step from 0; the number of stages is the whole board
 */
record Presentation(List<CardKind> stages, int step) {
    Presentation {
        stages = List.copyOf(stages);
        step = Math.clamp(step, 0, stages.size());
    }

    static Presentation of(List<CardKind> stages) {
        return new Presentation(stages, 0);
    }

    /** The stage that is shown alone; none when the whole board is. */
    Optional<CardKind> alone() {
        return step < stages.size() ? Optional.of(stages.get(step)) : Optional.empty();
    }

    int steps() {
        return stages.size() + 1;
    }

    boolean isFirst() {
        return step == 0;
    }

    boolean isLast() {
        return step == stages.size();
    }

    Presentation next() {
        return new Presentation(stages, step + 1);
    }

    Presentation previous() {
        return new Presentation(stages, step - 1);
    }

    Presentation first() {
        return new Presentation(stages, 0);
    }

    Presentation last() {
        return new Presentation(stages, stages.size());
    }
}
