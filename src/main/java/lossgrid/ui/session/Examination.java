package lossgrid.ui.session;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.document.Experiment;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be said about a document: about a small one at once, about a large one when it has stayed as it is
 * for a moment.
 */
final class Examination {
    /** Typing goes on undisturbed. */
    private static final Duration PAUSE = Duration.millis(250);

    private final Background.@Nullable Newest later;
    private @Nullable PauseTransition pause;

    /** @param background for large documents; without one everything is found at once */
    Examination(@Nullable Background background) {
        later = background == null ? null : background.newest();
    }

    /**
     * Returns what is known at once.
     *
     * @param before the frame that this analysis follows
     * @param found is told the rest later, unless another analysis comes first
     */
    Findings of(Analysis analysis, Frame before, Consumer<Findings> found) {
        if (later == null) {
            return new Findings.Found(find(analysis));
        }
        later.cancel();
        if (pause != null) {
            pause.stop();
            // It holds the analysis that it was for.
            pause = null;
        }
        if (analysis.experiment().logits().size() <= Session.MOST_AT_ONCE) {
            return new Findings.Found(find(analysis));
        }
        pause = new PauseTransition(PAUSE);
        pause.setOnFinished(_ -> later.run(
                () -> RuleSet.of(analysis, BuiltInPalette.all()), all -> found.accept(new Findings.Found(all)), bug -> {
                    found.accept(new Findings.Found(List.of()));
                    Background.report(bug);
                }));
        pause.play();
        return new Findings.Pending(
                differsInLogitsAlone(before.analysis().experiment(), analysis.experiment())
                        ? before.findings().shown()
                        : List.of());
    }

    /** A document is shown even if a rule fails. */
    private static List<Finding> find(Analysis analysis) {
        try {
            return RuleSet.of(analysis, BuiltInPalette.all());
        } catch (RuntimeException bug) {
            Background.report(bug);
            return List.of();
        }
    }

    @SuppressWarnings("ReferenceEquality") // Of labels that were not touched.
    private static boolean differsInLogitsAlone(Experiment then, Experiment now) {
        return then.labels() == now.labels()
                && then.logits().shape().equals(now.logits().shape())
                && then.encoding().equals(now.encoding())
                && then.recipe().equals(now.recipe())
                && then.options().equals(now.options());
    }
}
