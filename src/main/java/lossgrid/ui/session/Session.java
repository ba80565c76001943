package lossgrid.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.edit.History;
import org.jspecify.annotations.Nullable;

/**
 * The open document and its history. What there is to see of them is one {@link Frame}, which a new one follows at each
 * change: views show it and hand edits back; used on the JavaFX thread only.
 *
 * <p>The analysis of a large document is computed in the background: until it is ready the one before stays, and the
 * newest edit wins.
 */
public final class Session {
    /** With more logits than this an analysis takes longer than a frame. */
    public static final int MOST_AT_ONCE = 1 << 16;

    private static final Findings NONE = new Findings.Found(List.of());

    private final @Nullable Background background;
    private final Background.Newest later;
    private final @Nullable Examination examination;
    private final FramePublisher publisher;
    private History history;
    private @Nullable Experiment saved;

    /** A session that analyzes everything at once, as pictures need it. */
    public Session(Experiment experiment) {
        this(experiment, null);
    }

    /** A session that leaves large documents to {@code background}. */
    public Session(Experiment experiment, @Nullable Background background) {
        this(BoardFacts.of(Analyzer.analyze(experiment)), background, new Examination(background));
    }

    private Session(BoardFacts facts, @Nullable Background background, @Nullable Examination examination) {
        Experiment document = facts.analysis().experiment();
        this.background = background;
        this.examination = examination;
        later = background == null ? Background.Newest.atOnce() : background.newestShown();
        history = new History(document);
        saved = document;
        publisher = new FramePublisher(new Frame(document, facts, NONE, 1, Optional.empty(), false, false, false));
        publisher.publish(frame().with(findings(facts, null)));
    }

    /**
     * A session of another document, apart from this one, which has been analyzed already. Nobody asks what is to be
     * said about it.
     */
    public Session apart(Analysis analyzed) {
        return new Session(BoardFacts.of(analyzed, frame().facts()), background, null);
    }

    /** Whether an experiment with so many logits is analyzed while the user waits. */
    public boolean isAtOnce(long logits) {
        return background == null || logits <= MOST_AT_ONCE;
    }

    /** For steps of a large document, which the window waits for. */
    public Background.Newest newestShown() {
        return background == null ? Background.Newest.atOnce() : background.newestShown();
    }

    /** For questions about a large document. */
    public Background.Newest newest() {
        return background == null ? Background.Newest.atOnce() : background.newest();
    }

    /** The present frame. */
    public Frame frame() {
        return publisher.frame();
    }

    public Experiment experiment() {
        return frame().document();
    }

    public Analysis analysis() {
        return frame().analysis();
    }

    /**
     * Tells state that must fit the document, such as a selection, of each new frame and of the one before. No view
     * sees the frame before that.
     */
    public void fit(BiConsumer<Frame, Frame> state) {
        publisher.fit(state);
    }

    /**
     * Refreshes a view when a part of the frame or something else that it shows has changed, from now on: once for all
     * that a change of the document brings with it.
     */
    public void follow(Function<Frame, ?> part, Runnable refresh, ObservableValue<?>... others) {
        publisher.follow(part, refresh, others);
    }

    /** Refreshes a view that shows this state, which has been fitted to the document by then. */
    public void follow(Runnable refresh, ObservableValue<?>... state) {
        publisher.follow(_ -> refresh, refresh, state);
    }

    /** A part of the frame, for controls that are bound to it. */
    public <T> ObservableValue<T> observe(Function<Frame, T> part) {
        ReadOnlyObjectWrapper<T> value = new ReadOnlyObjectWrapper<>(part.apply(frame()));
        follow(part, () -> value.set(part.apply(frame())));
        return value.getReadOnlyProperty();
    }

    public void apply(Edit edit) {
        history.apply(edit);
        update();
    }

    /** Applies an edit that undo takes back together with the others of its gesture. */
    public void apply(Edit edit, History.Gesture gesture) {
        history.apply(edit, gesture);
        update();
    }

    /** Takes back what this gesture has done, as if it had never been. */
    public void cancel(History.Gesture gesture) {
        history.cancel(gesture);
        update();
    }

    public void undo() {
        history.undo();
        update();
    }

    public void redo() {
        history.redo();
        update();
    }

    /** Replaces the document; its history starts anew. */
    public void open(Experiment experiment, @Nullable Path from) {
        replace(experiment, from, experiment);
    }

    /** As {@link #open}, but with a document that differs from the one in its file. */
    public void restore(Experiment experiment, @Nullable Path from) {
        replace(experiment, from, null);
    }

    private void replace(Experiment experiment, @Nullable Path from, @Nullable Experiment inFile) {
        history = new History(experiment);
        saved = inFile;
        update(frame().opening() + 1, Optional.ofNullable(from));
    }

    /** Notes that {@code experiment} is what the file now holds. */
    public void markSaved(Experiment experiment, Path to) {
        saved = experiment;
        update(frame().opening(), Optional.of(to));
    }

    private void update() {
        update(frame().opening(), frame().file());
    }

    private void update(int opening, Optional<Path> file) {
        Frame last = frame();
        Experiment present = history.present();
        Frame next = new Frame(
                present,
                last.facts(),
                last.findings(),
                opening,
                file,
                !present.equals(saved),
                history.canUndo(),
                history.canRedo());
        later.cancel();
        if (!next.isComputing()) {
            publisher.publish(next);
        } else if (isAtOnce(present.logits().size())) {
            show(next, analyze(present, last));
        } else {
            publisher.publish(next);
            later.run(() -> analyze(present, last), facts -> show(frame(), facts), Background::report);
        }
    }

    private static BoardFacts analyze(Experiment present, Frame last) {
        return BoardFacts.of(Analyzer.analyze(present, last.analysis()), last.facts());
    }

    private void show(Frame next, BoardFacts facts) {
        publisher.publish(next.with(facts, findings(facts, frame())));
    }

    private Findings findings(BoardFacts facts, @Nullable Frame before) {
        return examination == null
                ? NONE
                : examination.of(facts.analysis(), before, found -> publisher.publish(frame().with(found)));
    }
}
