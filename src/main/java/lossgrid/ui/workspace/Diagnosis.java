package lossgrid.ui.workspace;

import java.util.function.Consumer;
import java.util.function.Function;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.edit.History;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Session;

/** The effects of fixes on the session's document. */
public final class Diagnosis {
    private final Session session;
    private final Background.Newest questions;

    public Diagnosis(Session session) {
        this.session = session;
        questions = session.newest();
        session.fit((before, now) -> {
            // Who asked about an older document does not wait for an answer any more.
            if (!now.shows(before.analysis())) {
                questions.cancel();
            }
        });
    }

    /** Previews what {@code fix} would make of the loss. */
    public void preview(Fix fix, Consumer<FixPreview> show) {
        ask(present -> FixPreview.of(present, fix), show);
    }

    /** The analysis of the document as {@code fix} would correct it. */
    public void corrected(Fix fix, Consumer<Analysis> show) {
        ask(present -> Analyzer.analyze(fix.applyTo(present.experiment())), show);
    }

    /**
     * Answers a question about the present analysis: at once for a small document, in the background for a large one.
     */
    private <T> void ask(Function<Analysis, T> question, Consumer<T> show) {
        Analysis present = session.analysis();
        if (session.isAtOnce(present.experiment().logits().size())) {
            show.accept(question.apply(present));
        } else {
            questions.add(() -> question.apply(present), show, Background::report);
        }
    }

    /** Corrects the document, as one step of undo. */
    public void apply(Fix fix) {
        History.Gesture gesture = new History.Gesture();
        fix.edits().forEach(edit -> session.apply(edit, gesture));
    }
}
