package lossgrid.ui.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.History;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;
import lossgrid.model.finding.rule.RuleSet;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Session;
import org.jspecify.annotations.Nullable;

/** What is to be said about the session's document; follows its analysis. */
public final class Diagnosis {
    /** How long a large document must stay as it is before it is examined: typing goes on undisturbed. */
    private static final Duration PAUSE = Duration.millis(250);

    private final Session session;
    private final List<Palette> palettes =
            Stream.of(BuiltInPalette.values()).map(BuiltInPalette::palette).toList();
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());

    private final @Nullable Background background;
    private final Background.@Nullable Newest later;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable Analysis examined;
    private final AtomicInteger asked = new AtomicInteger();

    /** @param background for large documents; without one everything is found at once */
    public Diagnosis(Session session, @Nullable Background background) {
        this.session = session;
        this.background = background;
        later = background == null ? null : background.newest();
        session.analysisProperty().subscribe(this::examine);
    }

    private void examine(Analysis analysis) {
        asked.incrementAndGet();
        pause.stop();
        if (later == null || isSmall(analysis)) {
            findings.set(RuleSet.of(analysis, palettes));
        } else {
            // While numbers are typed, what was found stays until it is known anew.
            if (examined == null || !differsInLogitsAlone(examined.experiment(), analysis.experiment())) {
                findings.set(List.of());
            }
            pause.setOnFinished(
                    _ -> later.run(() -> RuleSet.of(analysis, palettes), findings::set, Background::report));
            pause.playFromStart();
        }
        examined = analysis;
    }

    @SuppressWarnings("ReferenceEquality") // Of labels that were not touched.
    private static boolean differsInLogitsAlone(Experiment then, Experiment now) {
        return then.labels() == now.labels()
                && then.logits().shape().equals(now.logits().shape())
                && then.encoding().equals(now.encoding())
                && then.recipe().equals(now.recipe())
                && then.options().equals(now.options());
    }

    private static boolean isSmall(Analysis analysis) {
        return analysis.experiment().logits().size() <= Session.MOST_AT_ONCE;
    }

    /** The findings, the worst first. */
    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** What {@code fix} would make of the loss. */
    public void preview(Fix fix, Consumer<FixPreview> show) {
        later(present -> FixPreview.of(present, fix), show);
    }

    /** The analysis of the document as {@code fix} would mend it. */
    public void corrected(Fix fix, Consumer<Analysis> show) {
        later(present -> Analyzer.analyze(fix.applyTo(present.experiment())), show);
    }

    /** Answers a question about the present analysis: at once for a small document, in the background for a large one. */
    private <T> void later(Function<Analysis, T> question, Consumer<T> show) {
        Analysis present = session.analysis();
        if (background == null || isSmall(present)) {
            show.accept(question.apply(present));
            return;
        }
        int number = asked.get();
        background.run(
                // Who asked for an older document does not wait for an answer any more.
                () -> asked.get() == number ? Optional.of(question.apply(present)) : Optional.<T>empty(),
                answer -> answer.filter(_ -> asked.get() == number).ifPresent(show),
                Background::report);
    }

    /** Mends the document, as one step of undo. */
    public void apply(Fix fix) {
        History.Gesture gesture = new History.Gesture();
        fix.edits().forEach(edit -> session.apply(edit, gesture));
    }
}
