package lossgrid.ui.workspace;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.Compared;
import lossgrid.model.compare.Exhibit;
import lossgrid.model.compare.Quantity;
import lossgrid.model.compare.Side;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.History;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.ui.session.Session;

/** What is compared, and as what: view state, which follows the open document. */
public final class Comparing {
    private final Session session;
    private final ObjectProperty<Optional<Compared>> compared = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(Quantity.LOSS);
    private Experiment document;
    private Object opening;

    Comparing(Session session) {
        this.session = session;
        document = session.experiment();
        opening = session.opening();
        session.analysisProperty().subscribe(this::follow);
    }

    /** What is compared, if anything is. */
    public ObjectProperty<Optional<Compared>> comparedProperty() {
        return compared;
    }

    public Optional<Compared> compared() {
        return compared.get();
    }

    /** What the maps show. */
    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /** Compares the open document with what a fix makes of it. */
    public void showFix(Finding finding, Fix fix) {
        show(Compared.of(finding, fix));
    }

    /** Compares both sides of a mistake of the catalogue. */
    public void showMistake(Mistake mistake) {
        show(Compared.of(mistake));
    }

    /** Compares the open document with a variant of it. */
    public void showVariant() {
        show(Compared.variant());
    }

    public void show(Compared next) {
        compared.set(Optional.of(next));
    }

    public void clear() {
        compared.set(Optional.empty());
    }

    public void swap() {
        compared.set(compared().map(Compared::swapped));
    }

    /** Puts {@code after} in the place of what stands on a side. */
    public void change(Side side, Experiment after) {
        Optional<Compared> next = compared().map(now -> now.changed(side, document, after));
        if (!next.equals(compared())) {
            compared.set(next);
        }
    }

    /** Makes the open document what stands on a side, as one step of the history. */
    public void take(Side side) {
        compared().ifPresent(now -> {
            History.Gesture gesture = new History.Gesture();
            for (Edit edit : now.editsTo(side, session.experiment())) {
                session.apply(edit, gesture);
            }
        });
    }

    /** What stands on a side has become the open document. */
    public void opened(Side side) {
        compared.set(compared().map(now -> now.with(side, new Exhibit.Document())));
    }

    /** Makes another view of the same document compare the same. */
    void copyTo(Comparing other) {
        other.compared.set(compared.get());
        other.quantity.set(quantity.get());
    }

    private void follow(Analysis analysis) {
        Experiment before = document;
        document = analysis.experiment();
        boolean isOther = !opening.equals(session.opening());
        opening = session.opening();
        Optional<Compared> next = isOther
                ? compared().filter(now -> !now.isDerived())
                : compared().map(now -> now.following(before, document));
        if (!next.equals(compared())) {
            compared.set(next);
        }
    }
}
