package lossgrid.ui.side;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lossgrid.paint.color.AutomaticRange;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.color.ValueRange;
import lossgrid.paint.overview.Overview;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.workspace.Workspace;

/**
 * The ranges of colours during a descent: as they were before its first step, so that colours show how values change,
 * until the user asks for others or the descent ends.
 */
final class KeptRanges {
    private final Workspace workspace;
    private boolean areKept;

    KeptRanges(Workspace workspace) {
        this.workspace = workspace;
    }

    boolean areKept() {
        return areKept;
    }

    /** Keeps the ranges of the values that show, unless some are kept already. */
    void keep() {
        if (!areKept) {
            areKept = true;
            fit();
        }
    }

    /** Fits the ranges to the values that show, and keeps them from there. */
    void fit() {
        set(present());
    }

    /** Lets the ranges follow the values again. */
    void release() {
        if (areKept) {
            areKept = false;
            set(Map.of());
        }
    }

    private void set(Map<NumberKind, ValueRange> ranges) {
        workspace.view().colorsProperty().set(workspace.view().colors().withKept(ranges));
    }

    private Map<NumberKind, ValueRange> present() {
        BoardFacts facts = workspace.session().frame().facts();
        Map<NumberKind, ValueRange> ranges = new EnumMap<>(NumberKind.class);
        put(ranges, NumberKind.DIVERGING, Optional.of(facts.logits()));
        put(ranges, NumberKind.LOSS, facts.losses());
        put(ranges, NumberKind.GRADIENT, facts.gradient());
        return ranges;
    }

    private static void put(Map<NumberKind, ValueRange> ranges, NumberKind kind, Optional<Overview> values) {
        values.ifPresent(shown -> ranges.put(kind, AutomaticRange.automatic(kind, shown.extent())));
    }
}
