package lossgrid.ui.workspace;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.History;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;
import lossgrid.model.finding.FixSummary;
import lossgrid.model.finding.rule.FixCompletion;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Session;

/** The effects of fixes on the session's document: of whole fixes, with all that the document needs besides. */
public final class Diagnosis {
    private final Session session;
    private final Background.Newest questions;

    /**
     * The effect of a fix on the document.
     *
     * @param changes all that it changes, as code
     */
    public record Preview(FixPreview loss, List<String> changes) {}

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

    /** Previews what {@code fix} would make of the loss and of the document. */
    public void preview(Fix fix, Consumer<Preview> show) {
        List<Finding> findings = findings();
        ask(present -> preview(present, complete(present, findings, fix)), show);
    }

    private static Preview preview(Analysis present, Fix whole) {
        Experiment corrected = whole.applyTo(present.experiment());
        return new Preview(
                new FixPreview(FixPreview.result(present), FixPreview.result(Analyzer.analyze(corrected))),
                FixSummary.of(whole, present.experiment(), corrected));
    }

    /** The analysis of the document as {@code fix} would correct it. */
    public void corrected(Fix fix, Consumer<Analysis> show) {
        List<Finding> findings = findings();
        ask(present -> Analyzer.analyze(complete(present, findings, fix).applyTo(present.experiment())), show);
    }

    /** Hands on the whole fix. */
    public void whole(Fix fix, Consumer<Fix> show) {
        List<Finding> findings = findings();
        ask(present -> complete(present, findings, fix), show);
    }

    private static Fix complete(Analysis present, List<Finding> findings, Fix fix) {
        return FixCompletion.of(present, findings, fix, BuiltInPalette.all());
    }

    private List<Finding> findings() {
        return session.frame().findings().shown();
    }

    /**
     * Answers a question about the present analysis: at once for a small document, in the background for a large one.
     */
    private <T> void ask(Function<Analysis, T> question, Consumer<T> show) {
        Analysis present = session.analysis();
        if (isSmall(present)) {
            show.accept(question.apply(present));
        } else {
            questions.add(() -> question.apply(present), show, Background::report);
        }
    }

    private boolean isSmall(Analysis present) {
        return session.isAtOnce(present.experiment().logits().size());
    }

    /** Corrects the document, as one step of undo. */
    public void apply(Fix fix) {
        if (isSmall(session.analysis())) {
            Fix whole = complete(session.analysis(), findings(), fix);
            History.Gesture gesture = new History.Gesture();
            whole.edits().forEach(edit -> session.apply(edit, gesture));
            return;
        }
        List<Finding> findings = findings();
        ask(
                present -> complete(present, findings, fix).applyTo(present.experiment()),
                corrected -> session.apply(new Edit.Import(corrected)));
    }
}
