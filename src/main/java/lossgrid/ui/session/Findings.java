package lossgrid.ui.session;

import java.util.List;
import lossgrid.model.finding.Finding;

/** The findings about a document; those about a large one are known some time after its numbers. */
public sealed interface Findings {
    /** Not known yet; {@code before} was found before the last change, and may still be true. */
    record Pending(List<Finding> before) implements Findings {
        public Pending {
            before = List.copyOf(before);
        }
    }

    /** All that is found, the worst first. */
    record Found(List<Finding> all) implements Findings {
        public Found {
            all = List.copyOf(all);
        }
    }

    /** Those to show, the worst first. */
    default List<Finding> shown() {
        return switch (this) {
            case Pending(var before) -> before;
            case Found(var all) -> all;
        };
    }
}
