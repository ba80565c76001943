package lossgrid.ui.workspace;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.ComparisonSource;
import lossgrid.model.compare.MapQuantity;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.History;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Fix;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Session;

/** The two sides of the comparison and the quantity on its maps: view state, which follows the open document. */
public final class ComparisonState {
    /** The plane of the maps that is shown. */
    public record Plane(int n, int c) {}

    private final Session session;
    private final ObjectProperty<Optional<ComparisonRequest>> compared = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<MapQuantity> quantity = new SimpleObjectProperty<>(MapQuantity.LOSS);
    private final ObjectProperty<Optional<Plane>> plane = new SimpleObjectProperty<>(Optional.empty());

    ComparisonState(Session session) {
        this.session = session;
        session.fit(this::follow);
    }

    /** The comparison to show, if there is one. */
    public ObjectProperty<Optional<ComparisonRequest>> comparedProperty() {
        return compared;
    }

    public Optional<ComparisonRequest> compared() {
        return compared.get();
    }

    /** The quantity that the maps show. */
    public ObjectProperty<MapQuantity> quantityProperty() {
        return quantity;
    }

    /** The plane that the maps show; empty before they have shown any. */
    public ObjectProperty<Optional<Plane>> planeProperty() {
        return plane;
    }

    /** Compares the open document with what a fix makes of it. */
    public void showFix(Finding finding, Fix fix) {
        show(ComparisonRequest.of(finding, fix));
    }

    /** Compares both sides of a mistake of the catalogue. */
    public void showMistake(Mistake mistake) {
        show(ComparisonRequest.of(mistake));
    }

    /** Compares the open document with a variant of it. */
    public void showVariant() {
        show(ComparisonRequest.variant());
    }

    public void show(ComparisonRequest next) {
        compared.set(Optional.of(next));
    }

    public void clear() {
        compared.set(Optional.empty());
    }

    public void swap() {
        compared.set(compared().map(ComparisonRequest::swapped));
    }

    /** Puts {@code after} in the place of what is on a side. */
    public void change(ComparisonSide side, Experiment after) {
        Optional<ComparisonRequest> next =
                compared().map(now -> now.changed(side, session.analysis().experiment(), after));
        if (!next.equals(compared())) {
            compared.set(next);
        }
    }

    /** Makes the open document what is on a side, as one step of the history. */
    public void take(ComparisonSide side) {
        compared().ifPresent(now -> {
            History.Gesture gesture = new History.Gesture();
            for (Edit edit : now.editsTo(side, session.experiment())) {
                session.apply(edit, gesture);
            }
        });
    }

    /** Makes the open document the source of a side that has been opened. */
    public void opened(ComparisonSide side) {
        compared.set(compared().map(now -> now.with(side, new ComparisonSource.Document())));
    }

    /** Makes another view of the same document compare the same. */
    void copyTo(ComparisonState other) {
        other.compared.set(compared.get());
        other.quantity.set(quantity.get());
    }

    private void follow(Frame before, Frame now) {
        Optional<ComparisonRequest> next = before.opening() != now.opening()
                ? compared().filter(shown -> !shown.isDerived())
                : compared()
                        .map(shown -> shown.following(
                                before.analysis().experiment(), now.analysis().experiment()));
        if (!next.equals(compared())) {
            compared.set(next);
        }
    }
}
