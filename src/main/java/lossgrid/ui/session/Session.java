package lossgrid.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
        this.background = background;
        this.examination = examination;
        later = background == null ? Background.Newest.atOnce() : background.newestShown();
        saved = facts.analysis().experiment();
        history = new History(saved);
        publisher = new FramePublisher(new Frame(facts, NONE));
        show(frame(), facts);
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
        follow(part, () -> {
            value.set(part.apply(frame()));
            // A property that nobody has read says only once that it changes.
            value.get();
        });
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

    /** Replaces the document by one that was made here. */
    public void open(Experiment experiment) {
        open(experiment, Origin.MADE);
    }

    /**
     * The one way in for a document that takes the place of another: its history starts anew. What becomes part of the
     * present one is an edit.
     */
    public void open(Experiment experiment, Origin origin) {
        history = new History(experiment);
        saved = origin.isSaved() ? experiment : null;
        update(frame().opened(origin));
    }

    /**
     * Exchanges words of the document, through its whole history, for those of another language. That is no edit: it is
     * not undone, and what was saved is so still.
     */
    @SuppressWarnings("ReferenceEquality") // Nothing has changed in the very same.
    public void reword(UnaryOperator<Experiment> words) {
        Experiment before = history.present();
        history.replaceAll(words);
        saved = saved == null ? null : words.apply(saved);
        if (history.present() != before) {
            update();
        }
    }

    /** Notes that {@code experiment} is what the file now holds. */
    public void markSaved(Experiment experiment, Path to) {
        saved = experiment;
        update(frame().in(to));
    }

    private void update() {
        update(frame());
    }

    @SuppressWarnings("ReferenceEquality") // An equal document has been analyzed, but not this one.
    private void update(Frame last) {
        Experiment present = history.present();
        boolean isAnalyzed = last.analysis().experiment() == present;
        boolean isLater = !isAnalyzed && !isAtOnce(present.logits().size());
        Frame next = last.with(history, present.equals(saved), isLater);
        later.cancel();
        if (isLater) {
            publisher.publish(next);
            later.run(() -> analyze(present, last), facts -> show(frame(), facts), this::fail);
        } else if (isAnalyzed) {
            publisher.publish(next);
        } else {
            show(next, analyze(present, last));
        }
    }

    /** Nothing is on its way any more: the last picture stays. */
    private void fail(Throwable bug) {
        publisher.publish(frame().with(frame().facts(), frame().findings()));
        Background.report(bug);
    }

    private static BoardFacts analyze(Experiment present, Frame last) {
        return BoardFacts.of(Analyzer.analyze(present, last.analysis()), last.facts());
    }

    private void show(Frame next, BoardFacts facts) {
        Findings findings = examination == null
                ? NONE
                : examination.of(facts.analysis(), frame(), found -> publisher.publish(frame().with(found)));
        publisher.publish(next.with(facts, findings));
    }
}
