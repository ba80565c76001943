package lossgrid.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lossgrid.io.KnownPalette;
import lossgrid.model.Analysis;
import lossgrid.model.History;
import lossgrid.model.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Findings;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.FixPreview;

/** What is to be said about the session's document; follows its analysis. */
final class Diagnosis {
    private final Session session;
    private final List<Palette> palettes =
            Stream.of(KnownPalette.values()).map(KnownPalette::palette).toList();
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());

    Diagnosis(Session session) {
        this.session = session;
        session.analysisProperty().subscribe(this::examine);
    }

    private void examine(Analysis analysis) {
        findings.set(Findings.of(analysis, palettes));
    }

    /** The findings, the worst first. */
    ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** What {@code fix} would make of the loss. */
    void preview(Fix fix, Consumer<FixPreview> show) {
        show.accept(FixPreview.of(session.analysis(), fix));
    }

    /** Mends the document, as one step of undo. */
    void apply(Fix fix) {
        History.Gesture gesture = new History.Gesture();
        fix.edits().forEach(edit -> session.apply(edit, gesture));
    }
}
